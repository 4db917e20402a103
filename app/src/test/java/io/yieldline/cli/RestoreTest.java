package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.cli.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lost database comes back from the archive, as the operator guide says. */
class RestoreTest {
    @TempDir
    Path temp;

    private Cli cli;
    private String yields;

    @BeforeEach
    void load() {
        cli = Cli.counted(temp);
        yields = cli.run("show", "station_yield_daily").out();
    }

    @Test
    void theNextIngestReloadsWhatALostDatabaseHeld() throws IOException {
        Files.delete(temp.resolve("plant/data/warehouse.duckdb"));
        Ran ran = cli.run("ingest", temp.resolve("plant/inbox").toString());
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).startsWith("the database lacks 1 confirmed export; loading again from the archive\n");
        cli.run("aggregate");
        assertThat(cli.run("show", "station_yield_daily").out()).isEqualTo(yields);
    }

    @Test
    void theArchiveFillsANewPlant() {
        Cli other = new Cli(temp.resolve("other"));
        Ran ran = other.run("-q", "ingest", temp.resolve("plant/archive").toString());
        assertThat(ran.out()).startsWith("1 export loaded, 0 known, 0 parked: 5 rows, 5 new");
        other.run("aggregate");
        assertThat(other.run("show", "station_yield_daily").out()).isEqualTo(yields);
    }

    @Test
    void anOfficeProgramsLockFileIsNoExport() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("folder"));
        Files.writeString(folder.resolve("~$report.xlsx"), "x");
        Files.writeString(folder.resolve("notes.md"), "x");
        Ran ran = cli.run("ingest", folder.toString());
        assertThat(ran).isEqualTo(new Ran(0, "no exports to load.\n", """
                        TEMP/folder/notes.md: skipped, not an export by its file extension; name the file itself to load it anyway
                        TEMP/folder/~$report.xlsx: skipped, it is the lock or hidden file of another program
                        """));
    }
}
