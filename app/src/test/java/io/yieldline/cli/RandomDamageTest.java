package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.Prepared;
import io.yieldline.cli.Cli.Ran;
import io.yieldline.demo.DemoPlant;
import io.yieldline.demo.DemoSettings;
import io.yieldline.mart.Mart;
import io.yieldline.mart.Marts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A database file is damaged anywhere. Whatever it is, each of the three commands that repair brings back every mart of a clean load,
 * and the users of the backup.
 */
@Tag("faults")
class RandomDamageTest {
    private static final DemoPlant DEMO = DemoPlant.generate(new DemoSettings(LocalDate.of(2025, 4, 1), 7, 100, 3));
    private static final int OVERWRITTEN = 256 << 10;
    private static final int ROUNDS = Integer.getInteger("yieldline.damage-rounds", 1);

    @TempDir
    Path temp;

    /** A plant with a backup, and exports that were loaded after it. */
    private static void fill(Path folder) {
        List<Path> exports = DEMO.writeTo(folder.resolve("exports"));
        Cli cli = new Cli(folder.resolve("plant"));
        cli.run("init");
        int later = exports.size() - 3;
        exports.subList(0, later).forEach(export -> cli.run("-q", "ingest", export.toString()));
        cli.run("-q", "aggregate");
        cli.run("users", "add", "ann", "--role", "viewer");
        cli.run("backup");
        exports.subList(later, exports.size()).forEach(export -> cli.run("-q", "ingest", export.toString()));
        cli.run("-q", "aggregate");
        try {
            Files.writeString(folder.resolve("marts"), marts(cli));
            Files.writeString(folder.resolve("users"), cli.run("users").out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "recover, overwritten", "recover, cut", "recover, flipped",
        "restore latest --yes, overwritten", "restore latest --yes, cut", "restore latest --yes, flipped",
        "rebuild, overwritten", "rebuild, cut", "rebuild, flipped"
    })
    void everyDamage_isRepaired(String command, String damage) throws IOException {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Path folder = Files.createDirectory(temp.resolve("seed" + seed));
            Prepared.copy("random-damage", folder, RandomDamageTest::fill);
            damage(folder.resolve("plant/data/warehouse.duckdb"), damage, new Random(seed));
            Cli cli = new Cli(folder.resolve("plant"));

            Ran ran = cli.run(("-q " + command).split(" "));

            String what = damage + " with seed " + seed + ": ";
            assertThat(ran.exitCode()).as(what + ran).isZero();
            assertThat(marts(cli)).as(what).isEqualTo(Files.readString(folder.resolve("marts")));
            assertThat(cli.run("users").out()).as(what).isEqualTo(Files.readString(folder.resolve("users")));
        }
    }

    private static void damage(Path file, String damage, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        switch (damage) {
            case "overwritten" -> {
                byte[] noise = new byte[OVERWRITTEN];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, bytes, random.nextInt(bytes.length - OVERWRITTEN), OVERWRITTEN);
            }
            case "cut" -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            default -> {
                for (int i = 0; i < 3; i++) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        Files.write(file, bytes);
    }

    private static String marts(Cli cli) {
        return Marts.builtIn().all().stream()
                .map(Mart::name)
                .map(mart -> cli.run("show", mart, "--format", "csv").out())
                .collect(Collectors.joining());
    }
}
