package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import io.yieldline.plant.FolderWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools of {@code debug} as they print. */
class DebugCommandTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void load() {
        cli = Cli.counted(temp);
    }

    @Test
    void compare() {
        assertThat(run("compare", changed())).isEqualTo(new Ran(0, """
                Changed columns:
                fate     row  serial_number  station  ended_at             column  known  here  export  known_row
                revised    3  1724002        FI       2025-04-15 08:15:00  status  Fail   Pass       1          3

                Outcome of its rows:
                fate       rows  meaning
                new           1  new event
                identical     1  known and identical
                revised       1  replaces another version of the event
                outdated      0  another version of a known event, but not newer: kept in history
                repeated      1  another row of this file represents the event

                Known records in its time range that it does not contain:
                serial_number  station  started_at           ended_at             export  file  row
                1724002        FI       2025-04-15 09:15:00  2025-04-15 09:15:00       1  TEMP/workstation.csv    4

                Rejected rows:
                row  column                      value  reason
                  4  History station start time  soon   is not a valid timestamp; write it as 2025-04-15 13:45:00

                5 rows of feed workstation: 1 new, 1 identical, 1 revised, 0 outdated, 1 repeated, 1 rejected, 1 known record not in it.
                """, ""));
    }

    @Test
    void compareWithWhatIsLoaded() {
        String again = temp.resolve("workstation.csv").toString();
        assertThat(cli.run("debug", "compare", again).out())
                .endsWith(
                        "\n5 rows of feed workstation: 0 new, 5 identical, 0 revised, 0 outdated, 0 repeated, 0 rejected,"
                                + " 0 known records not in it; its bytes are already loaded as export 1: ingest would skip it.\n");
    }

    @Test
    void dedup() {
        assertThat(cli.run("debug", "dedup", changed(), "--limit", "2")).isEqualTo(new Ran(0, """
                Rows that collide; the first 2 of 3 rows, --format csv lists all:
                row  serial_number  station  started_at           ended_at             identity                              fate      collides_with       differs_in
                  6  1724009        FI       2025-04-15 10:00:00  2025-04-15 10:00:00  e4c3fa5f-21d2-b6b8-e1e3-3c40850d45e8  repeated  row 5 of this file
                  3  1724002        FI       2025-04-15 08:15:00  2025-04-15 08:15:00  e33240e6-7fa5-7868-11e4-b4ca0ab374d6  revised   export 1, row 3     status

                Rejected rows:
                row  column                      value  reason
                  4  History station start time  soon   is not a valid timestamp; write it as 2025-04-15 13:45:00

                5 rows of feed workstation: 1 new, 1 identical, 1 revised, 0 outdated, 1 repeated, 1 rejected; 1 collision with another row of this file, 2 with a loaded record.
                """, ""));
        assertThat(cli.run("debug", "dedup", changed(), "--all", "--format", "csv")
                        .out())
                .isEqualTo("""
                row,serial_number,station,started_at,ended_at,identity,fate,collides_with,differs_in
                2,1724001,FI,2025-04-15 08:05:00,2025-04-15 08:05:00,0558c258-9931-9fb7-f288-6caa24435ee3,identical,"export 1, row 2",
                3,1724002,FI,2025-04-15 08:15:00,2025-04-15 08:15:00,e33240e6-7fa5-7868-11e4-b4ca0ab374d6,revised,"export 1, row 3",status
                5,1724009,FI,2025-04-15 10:00:00,2025-04-15 10:00:00,e4c3fa5f-21d2-b6b8-e1e3-3c40850d45e8,new,,
                6,1724009,FI,2025-04-15 10:00:00,2025-04-15 10:00:00,e4c3fa5f-21d2-b6b8-e1e3-3c40850d45e8,repeated,row 5 of this file,
                """);
    }

    @Test
    void record() {
        assertThat(run("record", "1724002 ")).isEqualTo(new Ran(0, """
                Journey, in plant time:
                log          station  started_at           ended_at             minutes  waited  status  verdict  model       part_number  flow  in_scope  excluded  shift  fixture  failure_reasons  error_code  export  file  row
                workstation  FI       2025-04-15 08:15:00  2025-04-15 08:15:00      0.0          Fail    fail     Tesla SXM4  692-1        NC    true      false                                                       1  TEMP/workstation.csv    3
                workstation  FI       2025-04-15 09:15:00  2025-04-15 09:15:00      0.0    60.0  Pass    pass     Tesla SXM4  692-1        NC    true      false                                                       1  TEMP/workstation.csv    4
                workstation  PACKING  2025-04-19 10:01:00  2025-04-19 10:01:00      0.0  5806.0          none     Tesla SXM4  692-1        NC    true      false                                                       1  TEMP/workstation.csv    6

                First record of a unit:
                serial_number  model       week      day         first_ended_at
                1724002        Tesla SXM4  2025-W16  2025-04-15  2025-04-15 08:15:00

                Runs of a unit at a station:
                serial_number  model       station  day         runs  passing_run
                1724002        Tesla SXM4  FI       2025-04-15     2            2

                1724002: 3 records from 2025-04-15 to 2025-04-19.
                """, ""));
        assertThat(cli.run("debug", "record", "17")).isEqualTo(new Ran(0, "17: no records.\n", ""));
    }

    @Test
    void day() {
        assertThat(cli.run("debug", "day", "2025-04-15")).isEqualTo(new Ran(0, """
                Records and cells of the day:
                table                    from_raw  stored  different
                workstation_master_log          3       3          0
                testboard_master_log            0       0          0
                snfn_master_log                 0       0          0
                p_chart_daily                   1       1          0
                station_yield_daily             1       1          0
                packing_daily                   0       0          0
                sort_test_daily                 0       0          0
                station_hourly                  2       2          0
                all_failure_daily               1       1          0
                failure_daily                   0       0          0
                fixture_daily                   0       0          0
                testboard_station_daily         0       0          0

                2025-04-15, recounted from 1 archived export: the marts agree.
                """, ""));
    }

    @Test
    void dayOfExportsThatTheArchiveLacks() throws IOException {
        FolderWalk.delete(temp.resolve("plant/archive"));
        assertThat(cli.run("debug", "day", "2025-04-15"))
                .isEqualTo(new Ran(
                        1,
                        "",
                        "yieldline: 2025-04-15 cannot be recounted: TEMP/workstation.csv: its bytes are not in the archive;"
                                + " load the file again\n"));

        cli.run("ingest", temp.resolve("workstation.csv").toString());
        assertThat(cli.run("debug", "day", "2025-04-15").exitCode()).isZero();
    }

    @Test
    void wrongWords() {
        assertThat(cli.run("debug", "day", "today").exitCode()).isEqualTo(2);
        assertThat(cli.run("debug").exitCode()).isEqualTo(2);
        assertThat(cli.run("debug", "compare", temp.resolve("none.csv").toString())
                        .exitCode())
                .isEqualTo(1);
        assertThat(Files.exists(temp.resolve("none.csv"))).isFalse();
    }

    /** How wide the column of files is depends on where the test runs. */
    private Ran run(String... words) {
        Ran ran = cli.run(Stream.concat(Stream.of("debug"), Stream.of(words)).toArray(String[]::new));
        return new Ran(ran.exitCode(), ran.out().replaceAll("file {2,}row\n", "file  row\n"), ran.err());
    }

    /** A row as it was, one that passed after all, one without a time, and a new one twice. */
    private String changed() {
        return TinyExport.write(
                        temp.resolve("changed.csv"),
                        TinyExport.row("1724001", "FI", "2025-04-15 08:05:00", "Pass"),
                        TinyExport.row("1724002", "FI", "2025-04-15 08:15:00", "Pass"),
                        TinyExport.row("1724009", "FI", "soon", "Pass"),
                        TinyExport.row("1724009", "FI", "2025-04-15 10:00:00", "Pass"),
                        TinyExport.row("1724009", "FI", "2025-04-15 10:00:00", "Pass"))
                .toString();
    }
}
