package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.cli.Cli.Ran;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of marts and views, chosen and printed. */
class ShowCommandTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void load() {
        cli = Cli.counted(temp);
    }

    @Test
    void table() {
        assertThat(cli.run("show", "station_yield_daily")).isEqualTo(new Ran(0, """
                day         model       station  total  passed  failed  unjudged
                2025-04-15  Tesla SXM4  FI           3       2       1         0
                2025-04-16  Tesla SXM4  PACKING      1       1       0         0
                2025-04-19  Tesla SXM4  PACKING      1       0       0         1
                3 rows of station_yield_daily.
                """, ""));
    }

    @Test
    void csv() {
        assertThat(cli.run("show", "packing_daily", "--format", "csv").out()).isEqualTo("""
                day,model,part_number,packed
                2025-04-16,Tesla SXM4,692-1,1
                """);
    }

    @Test
    void json() {
        Ran ran = cli.run("show", "packing_daily", "--format", "json");
        assertThat(ran.out()).isEqualTo("""
                [
                  {
                    "day" : "2025-04-16",
                    "model" : "Tesla SXM4",
                    "part_number" : "692-1",
                    "packed" : 1
                  }
                ]
                """);
        assertThat(cli.run("--json", "show", "packing_daily")).isEqualTo(ran);
    }

    @Test
    void viewsOfTheOriginal() {
        assertThat(cli.run("show", "etl_v2.packing_daily_summary", "--format", "csv")
                        .out())
                .isEqualTo("""
                pack_date,model,part_number,packed_count
                2025-04-16,Tesla SXM4,692-1,1
                """);
    }

    @Test
    void chosenRows() {
        assertThat(days("--day", "2025-04-16")).isEqualTo("day\n2025-04-16\n");
        assertThat(days("--from", "2025-04-16")).isEqualTo("day\n2025-04-16\n2025-04-19\n");
        assertThat(days("--to", "2025-04-16")).isEqualTo("day\n2025-04-15\n2025-04-16\n");
        assertThat(days("--week", "2025-W16", "--where", "station=packing")).isEqualTo("day\n2025-04-16\n2025-04-19\n");
        assertThat(days("--limit", "1")).isEqualTo("day\n2025-04-15\n");
    }

    @Test
    void noRows() {
        assertThat(cli.run("show", "packing_daily", "--day", "1999-01-01"))
                .isEqualTo(new Ran(0, "0 rows of packing_daily.\n", ""));
        assertThat(cli.run("--json", "show", "packing_daily", "--day", "1999-01-01")
                        .out())
                .isEqualToIgnoringWhitespace("[]");
        assertThat(cli.run("show", "packing_daily", "--day", "1999-01-01", "--format", "csv")
                        .out())
                .isEqualTo("day,model,part_number,packed\n");
    }

    @Test
    void wrongWords() {
        assertThat(cli.run("show", "packing_dayly"))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "yieldline: unknown mart or view \"packing_dayly\"; did you mean packing_daily?"
                                + " List all with: yieldline --home TEMP/plant marts\n"));
        assertThat(cli.run("show", "packing_daily", "--where", "color=red"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                "yieldline: packing_daily has no column \"color\"; valid columns: day, model, part_number, packed\n"));
        assertThat(usage("--where", "red"))
                .isEqualTo("Value for option '--where' (COLUMN=VALUE) should be in KEY=VALUE format but was red");
        assertThat(usage("--day", "15.4.2025"))
                .isEqualTo(
                        "Invalid value for option '--day': \"15.4.2025\" is not a valid date; write it as 2025-04-15");
        assertThat(usage("--limit", "0"))
                .isEqualTo("Invalid value for option '--limit': \"0\" is not a number from 1 on");
        assertThat(usage("--format", "pdf"))
                .isEqualTo("Invalid value for option '--format': \"pdf\" is not one of table, csv, json");
        assertThat(cli.run("show", "packing_daily", "--week", "16").err())
                .isEqualTo("yieldline: \"16\" is not a valid week; write it as 2025-W14\n");
    }

    private String usage(String... words) {
        Ran ran = cli.run(Stream.concat(Stream.of("show", "packing_daily"), Stream.of(words))
                .toArray(String[]::new));
        assertThat(ran.exitCode()).isEqualTo(2);
        return ran.err().replace("yieldline: ", "").replace("\nsee: yieldline show --help\n", "");
    }

    private String days(String... words) {
        String[] all = Stream.concat(Stream.of("show", "station_yield_daily", "--format", "csv"), Stream.of(words))
                .toArray(String[]::new);
        return cli.run(all).out().replaceAll("(?m),.*$", "");
    }
}
