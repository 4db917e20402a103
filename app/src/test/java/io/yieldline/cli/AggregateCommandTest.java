package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.cli.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the marts are brought up to date, in words and exit codes. */
class AggregateCommandTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void load() {
        cli = Cli.loaded(temp);
    }

    @Test
    void rebuildsWhatChangedOnce() {
        assertThat(cli.run("-q", "aggregate")).isEqualTo(new Ran(0, """
                mart                   days or weeks  rows deleted  rows inserted  took
                p_chart_daily                      3             0              3  0.0 s
                station_yield_daily                3             0              3  0.0 s
                unit_first_pass_daily              2             0              2  0.0 s
                first_pass_weekly                  1             0              1  0.0 s
                station_yield_weekly               1             0              2  0.0 s
                week_starters                      1             0              1  0.0 s
                packed_units_daily                 1             0              1  0.0 s
                packing_daily                      1             0              1  0.0 s
                station_hourly                     3             0              4  0.0 s
                all_failure_daily                  1             0              1  0.0 s
                10 marts rebuilt, 17 days or weeks.
                """, ""));
        assertThat(cli.run("aggregate")).isEqualTo(new Ran(0, "all marts are up to date.\n", ""));
    }

    @Test
    void rebuildsADay() {
        cli.run("aggregate");
        Ran ran = cli.run("aggregate", "--mart", "packing_daily", "--day", "2025-04-16");
        assertThat(ran.out()).isEqualTo("""
                mart           days or weeks  rows deleted  rows inserted  took
                packing_daily              1             1              1  0.0 s
                1 mart rebuilt, 1 days or weeks.
                """);
    }

    @Test
    void refusesHalfARange() {
        assertThat(cli.run("aggregate", "--from", "2025-04-15"))
                .isEqualTo(new Ran(2, "", "yieldline: --from and --to belong together; write both, or --day\n"));
    }

    @Test
    void refusesARangeThatEndsBeforeItBegins() {
        assertThat(cli.run("aggregate", "--from", "2025-04-15", "--to", "2025-04-01"))
                .isEqualTo(new Ran(2, "", "yieldline: the range 2025-04-15 to 2025-04-01 ends before it starts\n"));
    }

    @Test
    void refusesUnknownMarts() {
        Ran ran = cli.run("aggregate", "--mart", "packing");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).startsWith("yieldline: unknown mart \"packing\"; valid values: p_chart_daily, ");
    }

    @Test
    void saysWhatFailedAndKeepsTheTrace() throws IOException {
        cli.run("aggregate");
        Broken.sql(temp.resolve("plant"), "alter table packing_daily drop column packed");
        Ran ran = cli.run("aggregate", "--mode", "all");
        assertThat(ran.exitCode()).isEqualTo(4);
        assertThat(ran.out())
                .contains(
                        "packing_daily is unchanged: packing_daily.packed is missing; it should be number; repair it with:"
                                + " yieldline --home TEMP/plant clean schema\n")
                .endsWith("; 1 mart failed.\n");
        assertThat(Files.readString(temp.resolve("plant/logs/errors.log")))
                .startsWith("2025-04-21T12:00:00Z io.yieldline.warehouse.WarehouseException: ")
                .contains("\tat io.yieldline.mart.MartRefresh.");
        JsonNode packing = StreamSupport.stream(
                        JsonMapper.shared()
                                .readTree(cli.run("--json", "aggregate", "--mode", "all")
                                        .out())
                                .get("marts")
                                .spliterator(),
                        false)
                .filter(mart -> mart.get("mart").asString().equals("packing_daily"))
                .findFirst()
                .orElseThrow();
        assertThat(packing.propertyNames())
                .containsExactly("mart", "partitions", "deleted", "inserted", "seconds", "failure");
        assertThat(packing.get("failure").asString()).startsWith("packing_daily.packed is missing; ");
    }
}
