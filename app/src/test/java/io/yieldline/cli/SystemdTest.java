package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.yieldline.cli.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What systemd says of the units, with a program that exists. */
class SystemdTest {
    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");
    private static final String PROGRAM = "/bin/true";

    @TempDir
    Path temp;

    @BeforeEach
    void requireSystemd() {
        assumeTrue(Files.isExecutable(ANALYZE), () -> ANALYZE + " is not installed");
    }

    @Test
    void theUnitOfTheServer() throws Exception {
        String unit = Files.readString(Path.of("..", "ops", "systemd", "yieldline.service"));
        assertThat(unit).contains("ExecStart=/opt/yieldline/yieldline --home /var/lib/yieldline serve\n");
        Path file =
                Files.writeString(temp.resolve("yieldline.service"), unit.replace("/opt/yieldline/yieldline", PROGRAM));
        assertThat(verify(List.of(file))).isEqualTo(new Ended(0, "", ""));
    }

    @Test
    void theUnitsOfTheSchedule() throws Exception {
        Path units = temp.resolve("units");
        Cli cli = new Cli(temp.resolve("plant"));
        cli.run("init");
        cli.run("schedule", "export", "--systemd", "--to", units.toString(), "--program", PROGRAM);
        assertThat(verify(files(units))).isEqualTo(new Ended(0, "", ""));
    }

    /** The unit that is shipped and those that are written protect the machine alike. */
    @Test
    void theUnitsAreHardenedAlike() throws Exception {
        List<String> shipped = Files.readAllLines(Path.of("..", "ops", "systemd", "yieldline.service"));
        Path units = temp.resolve("units");
        Cli cli = new Cli(temp.resolve("plant"));
        cli.run("init");
        cli.run("schedule", "export", "--systemd", "--to", units.toString(), "--program", PROGRAM);
        List<String> protections = shipped.stream()
                .filter(line -> line.matches("(User|UMask|NoNew|Private|Protect|Restrict|Lock|SystemCall).*"))
                .toList();
        assertThat(protections).hasSizeGreaterThan(10);
        for (Path unit : files(units)) {
            if (unit.toString().endsWith(".service")) {
                assertThat(Files.readAllLines(unit)).as(unit.toString()).containsAll(protections);
            }
        }
    }

    @Test
    void aWrongUnitIsNamed() throws Exception {
        Path file = Files.writeString(
                temp.resolve("wrong.service"), "[Service]\nExecStart=" + PROGRAM + "\nRestart=maybe\n");
        assertThat(verify(List.of(file)).err()).contains("restart specifier, ignoring: maybe");
    }

    private Ended verify(List<Path> units) throws IOException, InterruptedException {
        String[] words = Stream.concat(
                        Stream.of("verify", "--man=no"), units.stream().map(Path::toString))
                .toArray(String[]::new);
        return new Program(List.of(ANALYZE.toString()), temp).run(Map.of(), words);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
