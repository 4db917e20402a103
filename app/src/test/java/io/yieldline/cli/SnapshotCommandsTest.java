package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two evenings of a plant: what each said, and what changed from one to the other. */
class SnapshotCommandsTest {
    @TempDir
    static Path temp;

    private static Cli cli;

    @BeforeAll
    static void load() {
        Cli.counted(temp);
        Path home = temp.resolve("plant");
        cli = new Cli(home, () -> Instant.parse("2025-04-23T12:00:00Z"));
        Path more = TinyExport.write(
                temp.resolve("more.csv"),
                TinyExport.row("1724009", "FI", "2025-04-15 12:00:00", "Pass"),
                TinyExport.row("1724009", "FI", "2025-04-17 12:00:00", "Fail"));
        assertThat(cli.run("ingest", more.toString()).exitCode()).isZero();
        assertThat(cli.run("aggregate").exitCode()).isZero();
    }

    @Test
    void snapshotsAreListed() {
        assertThat(cli.run("snapshots").out()).matches("""
                snapshot         taken                is                        exports  rows  size     program
                20250423-080000  2025-04-23 08:00:00  latest, evening, records        2    70  [0-9.]+ kB  \\(not packaged\\)
                20250421-080000  2025-04-21 08:00:00  evening, records                1    58  [0-9.]+ kB  \\(not packaged\\)
                """);
    }

    @Test
    void aMart_asOfAnEvening() {
        assertThat(cli.run("show", "station_yield_daily", "--day", "2025-04-15", "--as-of", "2025-04-22"))
                .isEqualTo(new Ran(0, """
                day         model       station  total  passed  failed  unjudged
                2025-04-15  Tesla SXM4  FI           3       2       1         0
                1 row of station_yield_daily as of snapshot 20250421-080000.
                """, ""));
        assertThat(cli.run("show", "station_yield_daily", "--as-of", "2025-01-01")
                        .err())
                .startsWith(
                        "yieldline: there is no snapshot of the evening of 2025-01-01; the nearest one is of 2025-04-21;"
                                + " see: yieldline ");
    }

    @Test
    void aNumberIsExplained_asOfAnEvening() {
        assertThat(cli.run("explain", "station_yield_daily", "--station", "FI", "--as-of", "2025-04-22")
                        .out())
                .contains("total          3  records", "As of snapshot 20250421-080000.\n", "3 records counted:");
        assertThat(cli.run("explain", "weekly_summary", "--as-of", "2025-04-22").out())
                .contains(" explain --as-of 2025-04-22 week_starters --week 2025-W16");
    }

    @Test
    void whatChanged_throughWhichExports() {
        assertThat(cli.run("diff", "2025-04-22", "2025-04-23", "--table", "station_yield_daily"))
                .isEqualTo(new Ran(0, """
                mart                 cells  rows changed  rows added  rows removed
                station_yield_daily      6             1           1             0

                export  file      feed         before  after   records changed
                     2  more.csv  workstation          loaded                2

                All 6 cells:
                mart                 row      key                         column    before  after
                station_yield_daily  changed  2025-04-15, Tesla SXM4, FI  total          3      4
                station_yield_daily  changed  2025-04-15, Tesla SXM4, FI  passed         2      3
                station_yield_daily  added    2025-04-17, Tesla SXM4, FI  total                 1
                station_yield_daily  added    2025-04-17, Tesla SXM4, FI  passed                0
                station_yield_daily  added    2025-04-17, Tesla SXM4, FI  failed                1
                station_yield_daily  added    2025-04-17, Tesla SXM4, FI  unjudged              0

                6 cells of 1 mart changed from snapshot 20250421-080000 to 20250423-080000, with 1 export between the two.
                """, ""));
        assertThat(cli.run("diff", "latest", "2025-04-22", "--table", "station_yield_daily", "--limit", "1")
                        .out())
                .contains(
                        "station_yield_daily      6             1           0             1",
                        "     2  more.csv  workstation  loaded  undone                2",
                        "The first 1 cell of 6; --limit lists more, --format csv all:");
        assertThat(cli.run("diff", "2025-04-22", "--table", "station_yield_daily", "--format", "csv", "--limit", "1")
                        .out())
                .isEqualTo("""
                mart,row,key,column,before,after
                station_yield_daily,changed,"day 2025-04-15, model Tesla SXM4, station FI",total,3,4
                """);
        assertThat(cli.run("--json", "diff", "2025-04-22", "--table", "packing_daily")
                        .out())
                .startsWith("""
                {
                  "before" : "20250421-080000",
                  "after" : "20250423-080000",
                  "cells" : 0,
                  "marts" : [ ],
                """);
    }

    @Test
    void anUnknownSnapshot_isRefused() {
        assertThat(cli.run("diff", "yesterday"))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "yieldline: there is no snapshot \"yesterday\"; write a day such as 2025-05-20, latest, or a"
                                + " name; see: yieldline --home TEMP/plant snapshots\n"));
        assertThat(cli.run("diff", "20250101-000000").err())
                .startsWith("yieldline: there is no snapshot \"20250101-000000\"; write a day");
        assertThat(cli.run("diff", "latest", "--table", "packing").err())
                .startsWith("yieldline: unknown mart \"packing\"; valid values: ");
    }
}
