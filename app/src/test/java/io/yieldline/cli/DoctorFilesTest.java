package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.cli.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What doctor says of the files of a home, and that recover mends it. */
@Tag("faults")
class DoctorFilesTest extends DoctorSuite {
    @Test
    void anArchivedExportThatChangedCanBeGivenAgain() throws IOException {
        Path archived = archived();
        archived.toFile().setWritable(true);
        Files.writeString(archived, "changed");
        assertThat(run("doctor").out())
                .contains("broken  archive     1 export is missing or changed\n"
                        + "          TEMP/workstation.csv: its bytes changed, "
                        + archived.toString().replace(temp.toString(), "TEMP"));
        assertThat(run("-q", "recover").exitCode()).isEqualTo(3);
        assertThat(run("doctor").out()).contains("workstation.csv: missing, ").contains("""
                          -> copy the missing exports from a backup of the archive, or load the same files again with: yieldline --home TEMP/plant ingest FILE
                """);
        cli.run("ingest", temp.resolve("workstation.csv").toString());
        assertThat(run("doctor")).isEqualTo(new Ran(0, SOUND, ""));
    }

    @Test
    void aFileThatWaitsInTheInboxIsNamed() throws IOException {
        Path waiting = Files.move(newExport(), home.resolve("inbox/late.csv"));
        assertThat(run("doctor").out()).contains("ok      inbox       no file is older than a day\n");
        Files.setLastModifiedTime(waiting, FileTime.from(Instant.parse("2025-04-19T00:00:00Z")));
        assertThat(run("doctor").out()).contains("""
                warn    inbox       1 file waits for more than a day
                          TEMP/plant/inbox/late.csv
                          -> load them, and read the message for each: yieldline --home TEMP/plant inbox
                """);
    }

    @Test
    void damagedReceiptsAreNamedAndWrittenAgain() throws IOException {
        Path receipts = home.resolve("data/receipts-duckdb.jsonl");
        Files.writeString(receipts, Files.readString(receipts).replace("workstation.csv", "workstatiom.csv"));
        assertThat(run("doctor").out()).contains("""
                warn    ledger      1 line of TEMP/plant/data/receipts-duckdb.jsonl is damaged
                          -> yieldline --home TEMP/plant recover
                """);
        assertThat(run("-q", "recover").out())
                .startsWith("1. move the damaged receipts to TEMP/plant/data/receipts-duckdb.jsonl.damaged,"
                        + " and write them again from the database: ");
        assertThat(run("doctor").out()).contains("""
                warn    ledger      damaged receipts were moved to TEMP/plant/data/receipts-duckdb.jsonl.damaged; the others are whole
                          -> check the disk, then delete TEMP/plant/data/receipts-duckdb.jsonl.damaged
                """);
        assertThat(run("status").exitCode()).isZero();
    }

    @Test
    void whatIsNeverLoadedAndWhatIsNoDefinitionIsNamed() throws IOException {
        Files.createSymbolicLink(home.resolve("inbox/link.csv"), home.resolve("rules.yaml"));
        Files.createDirectories(home.resolve("checks/folder.yaml"));
        assertThat(run("doctor").out()).contains("""
                warn    home        1 file in feeds/, checks/ or marts/ is not used
                          TEMP/plant/checks/folder.yaml: not used, it is hidden or not a regular file; remove it
                          -> remove what is no definition
                """).contains("""
                warn    inbox       1 file cannot be loaded
                          link.csv: is a link; copy the file itself
                          -> load them, and read the message for each: yieldline --home TEMP/plant inbox
                """);
    }

    @Test
    void directoriesThatAreMissingAreMade() throws IOException {
        Files.delete(home.resolve("inbox"));
        assertThat(run("doctor").out()).startsWith("""
                broken  home        directories are missing; if a disk is not mounted, mount it first
                          TEMP/plant/inbox
                          -> yieldline --home TEMP/plant recover
                """);
        assertThat(run("-q", "recover").out()).startsWith("1. create the missing directories: made\n");
    }
}
