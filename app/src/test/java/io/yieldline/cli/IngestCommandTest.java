package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of exports, in words and exit codes. */
class IngestCommandTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void open() {
        cli = new Cli(temp.resolve("plant"));
    }

    @Test
    void loads() {
        cli.run("init");
        Ran ran = cli.run("ingest", TinyExport.write(temp).toString());
        assertThat(ran).isEqualTo(new Ran(0, """
                1 export loaded, 0 known, 0 parked: 5 rows, 5 new, 0 duplicate, 0 revised, 0 rejected.
                Next: yieldline --home TEMP/plant aggregate
                """, """
                [1/1] TEMP/workstation.csv: workstation, 5 rows: 5 new, 0 duplicate, 0 revised, 0 rejected; 2025-04-15 to 2025-04-19; N s
                """));
    }

    @Test
    void loadsTheSameBytesOnce() throws IOException {
        cli.run("init");
        Path export = TinyExport.write(temp);
        cli.run("ingest", export.toString());
        Files.move(export, temp.resolve("other name.csv"));
        Ran ran = cli.run("ingest", temp.resolve("other name.csv").toString());
        assertThat(ran).isEqualTo(new Ran(0, """
                0 exports loaded, 1 known, 0 parked: 0 rows, 0 new, 0 duplicate, 0 revised, 0 rejected.
                """, """
                [1/1] TEMP/other name.csv: nothing to do, the same bytes were loaded on 2025-04-21 08:00 as export 1 (TEMP/workstation.csv)
                """));
    }

    @Test
    void makesAPlantWhenThereIsNone() {
        Ran ran = cli.run("-q", "ingest", TinyExport.write(temp).toString());
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEqualTo("Created a new plant in TEMP/plant.\n");
    }

    @Test
    void refusesMissingPathsBeforeItMakesAPlant() {
        Ran ran = cli.run(
                "ingest",
                TinyExport.write(temp).toString(),
                temp.resolve("nothing").toString());
        assertThat(ran).isEqualTo(new Ran(2, "", "yieldline: TEMP/nothing: no such file or folder\n"));
        assertThat(temp.resolve("plant")).doesNotExist();
    }

    @Test
    void wantsAPath() {
        Ran ran = cli.run("ingest");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("""
                yieldline: Missing required parameter: 'FILE_OR_FOLDER'
                see: yieldline ingest --help
                """);
    }

    @Test
    void findsNothingInAnEmptyFolder() throws IOException {
        Ran ran = cli.run(
                "-q", "ingest", Files.createDirectory(temp.resolve("empty")).toString());
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).isEqualTo("no exports to load.\n");
    }

    @Test
    void parksAnExportWithTooManyRejectedRows() {
        Path export = oneGoodOneBad();
        Ran ran = cli.run("-q", "ingest", export.toString());
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEqualTo("""
                TEMP/bad.csv: parked: 1 of 2 rows were rejected, more than the threshold of 5 %; first: row 3: Workstation Name is blank; every row needs it
                  TEMP/bad.csv: rejected row 3: Workstation Name is blank; every row needs it
                0 exports loaded, 0 known, 1 parked: 0 rows, 0 new, 0 duplicate, 0 revised, 0 rejected.
                Parked exports are in the archive; see: yieldline --home TEMP/plant rejects --parked
                """);
    }

    @Test
    void loadsTheRestWhenOneIsParked() {
        Ran ran = cli.run(
                "-q",
                "ingest",
                oneGoodOneBad().toString(),
                TinyExport.write(temp).toString());
        assertThat(ran.exitCode()).isEqualTo(4);
        assertThat(ran.out()).contains("1 export loaded, 0 known, 1 parked: 5 rows, 5 new");
    }

    @Test
    void loadsAnExportWithManyRejectedRowsWhenTold() {
        Ran ran =
                cli.run("-q", "ingest", "--max-rejected", "50", oneGoodOneBad().toString());
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).isEqualTo("""
                  TEMP/bad.csv: rejected row 3: Workstation Name is blank; every row needs it
                1 export loaded, 0 known, 0 parked: 2 rows, 1 new, 0 duplicate, 0 revised, 1 rejected.
                Next: yieldline --home TEMP/plant aggregate
                """);
    }

    @Test
    void reportsAsJson() {
        Ran ran = cli.run("--json", "ingest", TinyExport.write(temp).toString());
        assertThat(ran.err()).isEqualTo("Created a new plant in TEMP/plant.\n");
        JsonNode export = JsonMapper.shared().readTree(ran.out()).get("exports").get(0);
        assertThat(export.propertyNames())
                .containsExactly(
                        "exportId",
                        "file",
                        "sha256",
                        "feed",
                        "format",
                        "outcome",
                        "reason",
                        "rows",
                        "added",
                        "duplicate",
                        "revised",
                        "outdated",
                        "rejected",
                        "cleaned",
                        "cleanedCells",
                        "purged",
                        "firstDay",
                        "lastDay",
                        "days",
                        "unknownColumns",
                        "missingColumns",
                        "remarks",
                        "rejections",
                        "seconds");
        assertThat(export.get("outcome").asString()).isEqualTo("loaded");
        assertThat(export.get("firstDay").asString()).isEqualTo("2025-04-15");
    }

    @Test
    void rowsThatContradictEachOther_areNamedWithTheCommandThatListsBoth() {
        Path export = TinyExport.write(
                temp.resolve("minutes.csv"),
                TinyExport.row("1724009", "FI", "2025-04-15 08:05:00", "Fail"),
                TinyExport.row("1724009", "FI", "2025-04-15 08:05:00", "Pass"));

        assertThat(cli.run("ingest", export.toString()).out())
                .contains(
                        "TEMP/minutes.csv: 1 outdated row, another version of the event counts; see: yieldline --home TEMP/")
                .contains(" rejects --outdated --export 1\n")
                .contains("2 rows, 1 new, 0 duplicate, 0 revised, 1 outdated, 0 rejected.");
    }

    private Path oneGoodOneBad() {
        return TinyExport.write(
                temp.resolve("bad.csv"),
                TinyExport.row("1724009", "FI", "2025-04-15 08:05:00", "Pass"),
                TinyExport.row("1724009", "", "2025-04-15 08:06:00", "Pass"));
    }

    @Test
    void longValues_areShownWithTheirLength_andGivenWhole() throws IOException {
        String value = "soon ".repeat(300).strip();
        Path export = TinyExport.write(
                temp.resolve("long.csv"),
                TinyExport.row("1724001", "FI", "2025-04-15 08:05:00", "Pass"),
                TinyExport.row("1724002", "FI", value, "Pass"));
        Ran ran = cli.run("ingest", "--max-rejected", "50", export.toString());
        assertThat(ran.out())
                .contains("row 3: History station start time \"soon soon ")
                .contains("… (1,499 characters)\" is not a valid timestamp;")
                .doesNotContain("soon ".repeat(40));
        assertThat(cli.run("rejects").out()).contains("… (1,499 characters)").doesNotContain("soon ".repeat(20));
        assertThat(cli.run("rejects", "--format", "csv").out()).contains("," + value + ",");
        JsonNode row =
                new JsonMapper().readTree(cli.run("--json", "rejects").out()).get(0);
        assertThat(row.get("value").asString()).isEqualTo(value);
    }

    @Test
    void loadAlsoBringsTheMartsUpToDate() {
        String export = TinyExport.write(temp).toString();
        assertThat(cli.run("-q", "load", export).out())
                .isEqualTo("1 export loaded, 0 known, 0 parked: 5 rows, 5 new, 0 duplicate, 0 revised, 0 rejected;"
                        + " 10 marts rebuilt, 17 days or weeks.\n");
        assertThat(cli.run("-q", "load", export).out())
                .isEqualTo("0 exports loaded, 1 known, 0 parked: 0 rows, 0 new, 0 duplicate, 0 revised, 0 rejected;"
                        + " all marts are up to date.\n");
    }

    /** As after a run that was killed before its marts. */
    @Test
    void loadCatchesUpWithRecordsOfEarlierRuns() {
        String export = TinyExport.write(temp).toString();
        cli.run("ingest", export);
        assertThat(cli.run("-q", "load", export).out()).endsWith("; 10 marts rebuilt, 17 days or weeks.\n");
    }
}
