package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.cli.Cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The made-up plant, from the command line. */
class DemoCommandTest {
    @TempDir
    Path temp;

    @Test
    void makesLoadsAndChecksAPlant() {
        Cli cli = new Cli(temp.resolve("plant"));
        Ran ran = cli.run("-q", "demo", "--days", "7", "--units", "100");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .contains("Created a demo plant in TEMP/plant. Results of loading its exports:\n")
                .contains(" was parked: the file is truncated or damaged;")
                .contains("  check counts: passed\n", "  check duplicates: passed\n", "  check schema: passed\n")
                .contains("Next steps:\n  ./yieldline --home TEMP/plant status\n");
        Ran again = cli.run("-q", "ingest", temp.resolve("plant/exports").toString());
        assertThat(again.out()).contains("0 exports loaded").contains(" 0 new, 0 duplicate, 0 revised");
        assertThat(cli.run("aggregate").out()).isEqualTo("all marts are up to date.\n");
    }

    @Test
    void keepsOutOfAHomeInUse() throws Exception {
        Files.createDirectories(temp.resolve("plant/inbox"));
        assertThat(new Cli(temp.resolve("plant")).run("demo"))
                .isEqualTo(new Ran(
                        2, "", "yieldline: TEMP/plant is not empty; give the demo a new directory with --home\n"));
    }

    @Test
    void refusesAPlantTooSmallToShowAnything() {
        assertThat(new Cli(temp.resolve("plant")).run("demo", "--days", "1"))
                .isEqualTo(new Ran(2, "", "yieldline: demo plant: 1 days are too few, use 7 or more\n"));
    }
}
