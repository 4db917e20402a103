package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import io.yieldline.plant.Profile;
import io.yieldline.plant.Rules;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What status says of a plant, and of one whose marts are stale. */
class StatusCommandTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void load() {
        cli = Cli.counted(temp);
    }

    @Test
    void status() {
        Ran ran = cli.run("status");
        String out = ran.out().replaceAll("[0-9,]+ megabytes", "N megabytes");
        assertThat(new Ran(ran.exitCode(), out, ran.err()))
                .isEqualTo(new Ran(
                        0, """
                Plant     plant, plant time America/New_York, rules plant
                Home      TEMP/plant
                Database  DuckDB TEMP/plant/data/warehouse.duckdb
                Rules     version VERSION

                feed         exports  records  data until
                workstation        1        5  2025-04-19 10:01:00
                testboard          0        0
                snfn               0        0

                Marts     up to date
                Disk      N megabytes free; used: database N megabytes
                Last run  aggregate on 2025-04-21 08:00:00: done
                """.replace("VERSION", Rules.ofProfile(Profile.PLANT).version()), ""));
    }

    @Test
    void statusOfAStalePlant() {
        Path more = TinyExport.write(
                temp.resolve("more.csv"),
                TinyExport.row("1724003", "PACKING", "2025-04-17 08:05:00", "Pass"),
                TinyExport.row("1724003", "", "2025-04-17 08:06:00", "Pass"));
        cli.run("ingest", "--max-rejected", "90", more.toString());
        cli.run("ingest", more.getParent().resolve("plant/yieldline.yaml").toString());
        assertThat(cli.run("status").out())
                .contains("Marts     11 marts stale; next: yieldline --home TEMP/plant aggregate\n"
                        + "          p_chart_daily: 1 days or weeks from 2025-04-17 on\n"
                        + "          station_yield_daily: 1 days or weeks from 2025-04-17 on\n"
                        + "          unit_first_pass_daily: 1 unit\n")
                .contains("Parked    1 export; see: yieldline --home TEMP/plant rejects --parked\n"
                        + "Rejected  1 row; see: yieldline --home TEMP/plant rejects\n");
    }

    @Test
    void statusAsJson() {
        JsonNode status =
                JsonMapper.shared().readTree(cli.run("--json", "status").out());
        assertThat(status.propertyNames())
                .containsExactly(
                        "plant",
                        "home",
                        "database",
                        "zone",
                        "profile",
                        "rules",
                        "feeds",
                        "feedsGone",
                        "parked",
                        "rejected",
                        "excluded",
                        "stale",
                        "customMarts",
                        "schema",
                        "failedChecks",
                        "martsChanged",
                        "inboxBlocked",
                        "subscriptions",
                        "tasks",
                        "lastRun",
                        "diskFree",
                        "disk");
    }
}
