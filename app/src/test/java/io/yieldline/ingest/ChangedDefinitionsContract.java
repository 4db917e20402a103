package io.yieldline.ingest;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.yieldline.UserError;
import io.yieldline.feed.Feed;
import io.yieldline.mart.SchemaDrift;
import io.yieldline.operation.change.RebuildOperation;
import io.yieldline.warehouse.Engine;
import io.yieldline.yaml.ResourceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules, zones and feeds that change after exports were loaded judge their records anew, or are noticed. */
abstract class ChangedDefinitionsContract extends PlantSuite {
    private static final String YIELD =
            "select station, total, passed, failed, unjudged from station_yield_daily order by station";

    ChangedDefinitionsContract(Engine engine) {
        super(engine);
    }

    @Test
    void changedRules_judgeLoadedRecordsAnew() throws IOException {
        plant.load(xlsx("a", 10, blank(), blank().with(Step.OPERATOR, "Bob"), Step.second()));
        plant.refresh();
        assertThat(plant.lines(YIELD)).containsExactly("FQC,1,1,0,0", "VI2,1,0,0,1");

        changeRules("blank_status: none", "blank_status: fail");
        assertThat(plant.lines("select distinct verdict from workstation_history"))
                .containsExactly("fail");
        assertThat(plant.refresh().summary()).isEqualTo("8 marts rebuilt, 12 days or weeks");
        assertThat(plant.lines(YIELD)).containsExactly("FQC,1,1,0,0", "VI2,1,0,1,0");
    }

    @Test
    void changedScopeAndOutputDay_judgeLoadedRecordsAnew() throws IOException {
        plant.load(xlsx("a", 10, Step.first().with(Step.END, "2025-04-05 10:00:00")));
        changeRules("excluded_stations: [SORTING]", "excluded_stations: [vi2]");
        changeRules("saturday: 1", "saturday: 0");

        assertThat(plant.lines("select output_day, in_scope from workstation_master_log"))
                .containsExactly("2025-04-05,false");
    }

    @Test
    void changedZone_isNoticed_andAppliedByARebuild() throws IOException {
        plant.load(xlsx("a", 10, Step.first()));
        changeSettings("America/New_York", "Asia/Shanghai");

        String message = "feed workstation changed since 1 export was loaded (before: zone America/New_York; now: zone"
                + " Asia/Shanghai); load all exports again with: yieldline rebuild; or change the feed, the zone or"
                + " convert_zones back";
        assertThatThrownBy(() -> plant.load(xlsx("b", 11, Step.second())))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
        assertThat(SchemaDrift.messages(plant.parts())).containsExactly(message);

        plant.run(new RebuildOperation(), new RebuildOperation.Parameters());
        assertThat(SchemaDrift.messages(plant.parts())).isEmpty();
        assertThat(plant.load(xlsx("b", 11, Step.second())).counts().added()).isEqualTo(1);
    }

    @Test
    void changedZoneOfAFeed_isNoticed_andItsRecordsMoveWithTheRebuild() throws IOException {
        plant.load(xlsx("a", 10, Step.first()));
        assertThat(plant.lines("select ended_at from workstation_master_log")).containsExactly("2025-04-01 08:00:00");
        Files.createDirectories(plant.home().feeds());
        Files.writeString(
                plant.home().feeds().resolve("workstation.yaml"),
                ResourceFolder.text(Feed.class, "workstation.yaml").replace("zone: plant", "zone: UTC"));
        plant.reopen();

        assertThatThrownBy(() -> plant.load(xlsx("b", 11, Step.second())))
                .hasMessageContaining("(before: zone America/New_York; now: zone UTC converted to America/New_York)");
        plant.run(new RebuildOperation(), new RebuildOperation.Parameters());
        assertThat(plant.lines("select ended_at from workstation_master_log")).containsExactly("2025-04-01 04:00:00");
    }

    @Test
    void aRunNumber_thatJoinsTheIdentity_separatesRunsOfOneMinute() throws IOException {
        List<String> lines = new ArrayList<>(List.of(String.join(",", Step.HEADER) + ",Run"));
        lines.add(String.join(",", Step.first().with(Step.STATUS, "Fail").row()) + ",1");
        lines.add(String.join(",", Step.first().row()) + ",2");
        Path runs = Step.lines(file("runs.csv"), lines);
        assertThat(plant.load(runs).counts()).isEqualTo(new LoadCounts(2, 1, 0, 0, 1, 0, 0));
        Files.createDirectories(plant.home().feeds());
        Files.writeString(
                plant.home().feeds().resolve("workstation.yaml"),
                ResourceFolder.text(Feed.class, "workstation.yaml")
                        + "  run_number: {header: [Run], type: integer, use: identity}\n");
        plant.reopen();

        assertThat(SchemaDrift.messages(plant.parts()))
                .containsExactly("feed workstation changed since 1 export was loaded (before: nothing else; now: column"
                        + " run_number integer identity); load all exports again with: yieldline rebuild; or change the feed,"
                        + " the zone or convert_zones back");
        plant.run(new RebuildOperation(), new RebuildOperation.Parameters());
        assertThat(plant.lines("select status, run_number from workstation_master_log order by run_number"))
                .containsExactly("Fail,1", "Pass,2");
        assertThat(plant.number("select count(*) from workstation_history")).isZero();
    }

    @Test
    void aColumnThatIsOnlyAdded_stopsNoLoad() throws IOException {
        plant.load(xlsx("a", 10, Step.first()));
        Files.createDirectories(plant.home().feeds());
        Files.writeString(
                plant.home().feeds().resolve("workstation.yaml"),
                ResourceFolder.text(Feed.class, "workstation.yaml") + "  shift: {header: [Shift]}\n");
        plant.reopen();

        assertThat(plant.load(xlsx("b", 11, Step.second())).counts().added()).isEqualTo(1);
        assertThat(SchemaDrift.messages(plant.parts())).isEmpty();
        assertThat(FeedChange.of(plant.plant(), plant.parts().feeds(), plant.warehouse()))
                .extracting(FeedChange::message)
                .containsExactly(
                        "feed workstation changed since 1 export was loaded (before: nothing else; now: column shift"
                                + " text content); load all exports again with: yieldline rebuild; or change the feed, the zone or"
                                + " convert_zones back");
    }

    @Test
    void aDatabaseOfAnEarlierVersion_keepsTheZoneThatItHad() throws IOException {
        plant.load(xlsx("a", 10, Step.first()));
        plant.warehouse().writeAll(session -> session.execute("update export set feed_definition = null"));
        plant.reopen();
        assertThat(SchemaDrift.messages(plant.parts())).isEmpty();

        plant.warehouse().writeAll(session -> session.execute("update export set feed_definition = null"));
        changeSettings("America/New_York", "Asia/Shanghai");
        assertThat(SchemaDrift.messages(plant.parts()))
                .singleElement(as(STRING))
                .contains("before: zone America/New_York; now: zone Asia/Shanghai");
    }

    private void changeSettings(String from, String to) throws IOException {
        Path settings = plant.home().settingsFile();
        Files.writeString(settings, Files.readString(settings).replace(from, to));
        plant.reopen();
    }

    private static Step blank() {
        return Step.first().with(Step.STATUS, "");
    }

    private void changeRules(String from, String to) throws IOException {
        Path rules = plant.home().rulesFile();
        Files.writeString(rules, Files.readString(rules).replace(from, to));
        plant.reopen();
    }
}
