package io.yieldline.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.yieldline.plant.Profile;
import io.yieldline.plant.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refresh does, and that doing it in steps is the same as doing it at once. */
abstract class RefreshContract extends PlantContract {
    @Test
    void aSecondRefreshHasNothingToDo() {
        plant.work("U1 SXM6 P1 FI 2025-04-07T08:00 REF pass");
        plant.bench("U1 SXM6 P1 REF BAT NC1 2025-04-07T08:00 fail EC006");
        plant.refresh(RECENT);

        assertThat(plant.refresh(RECENT)).hasSize(14).allSatisfy(result -> {
            assertThat(result.succeeded()).isTrue();
            assertThat(result.partitions() + result.deleted() + result.inserted())
                    .isZero();
        });
        assertThat(plant.rows("touched")).isEmpty();
        assertThat(plant.rows("touched_unit")).isEmpty();
    }

    @Test
    void onlyTouchedPartitionsAreRebuilt() {
        plant.work("U1 SXM6 P1 FI 2025-04-07T08:00 REF pass", "U2 SXM6 P1 FI 2025-04-08T08:00 REF pass");
        plant.refresh(RECENT);
        plant.work("U3 SXM6 P1 FI 2025-04-08T09:00 REF fail");

        assertThat(plant.refresh(RECENT, "station_yield_daily"))
                .containsExactly(new Refreshed("station_yield_daily", 1, 1, 1, 0, null));
        assertThat(plant.refresh(RECENT, "unit_first_pass_daily"))
                .containsExactly(new Refreshed("unit_first_pass_daily", 1, 1, 1, 0, null));
    }

    @Test
    void aPartitionWithoutRecordsDisappears() {
        Work only = Work.of("U1 SXM6 P1 PACKING 2025-04-07T08:00 REF pass");
        plant.change(List.of(), List.of(only));
        plant.refresh(RECENT);
        plant.change(List.of(only), List.of());
        plant.refresh(RECENT);

        assertThat(tables())
                .allSatisfy(mart -> assertThat(plant.rows(mart.name())).isEmpty());
    }

    @Test
    void aRangeIsRebuiltWhetherStaleOrNot() {
        plant.work(
                "U1 SXM6 P1 PACKING 2025-04-11T08:00 REF pass",
                "U2 SXM6 P1 PACKING 2025-04-13T08:00 REF pass",
                "U3 SXM6 P1 PACKING 2025-04-14T08:00 REF pass");
        plant.refresh(RECENT);
        plant.work("U4 SXM6 P1 PACKING 2025-04-14T09:00 REF pass");
        Scope sunday = new Scope.Range(LocalDate.parse("2025-04-13"), LocalDate.parse("2025-04-13"));

        assertThat(plant.refresh(sunday, "packing_daily", "station_yield_weekly"))
                .extracting(Refreshed::mart, Refreshed::partitions, Refreshed::inserted)
                .containsExactly(tuple("station_yield_weekly", 1L, 1L), tuple("packing_daily", 3L, 1L));
        assertThat(stale("packing_daily")).isEqualTo(new Staleness("packing_daily", 1, 0, "2025-04-14", false));
        assertThat(plant.refresh(Scope.week("2025-W16"), "packing_daily"))
                .containsExactly(new Refreshed("packing_daily", 7, 1, 1, 0, null));
        assertThat(stale("packing_daily").stale()).isFalse();
    }

    @Test
    void stalenessTellsDaysAndUnitsBehind() {
        plant.refresh().prepare();
        plant.work("U1 SXM6 P1 FI 2025-04-08T08:00 REF pass", "U2 SXM6 P1 FI 2025-04-07T08:00 REF pass");
        assertThat(stale("unit_first_pass_daily"))
                .isEqualTo(new Staleness("unit_first_pass_daily", 2, 0, "2025-04-07", false));
        plant.refresh(RECENT);
        assertThat(plant.warehouse.read(plant.refresh()::staleness)).noneMatch(Staleness::stale);

        plant.work("U1 SXM6 P1 FI 2025-04-09T08:00 REF pass");
        assertThat(stale("unit_first_pass_daily")).isEqualTo(new Staleness("unit_first_pass_daily", 0, 1, null, false));
        assertThat(stale("station_yield_weekly"))
                .isEqualTo(new Staleness("station_yield_weekly", 1, 0, "2025-W15", false));
        assertThat(stale("fixture_daily").stale()).isFalse();
    }

    @Test
    void otherRulesRebuildEverything() {
        plant.work("U1 Tesla_SXM4 P1 TEST 2025-04-07T08:00 REF fail", "U2 Tesla_SXM4 P1 FI 2025-04-08T08:00 REF pass");
        plant.refresh(RECENT);
        plant.rules(Rules.ofProfile(Profile.ETL_V2));

        assertThat(stale("station_hourly").partitions()).isEqualTo(2);
        assertThat(plant.refresh(RECENT))
                .filteredOn(result -> result.mart().equals("station_hourly"))
                .containsExactly(new Refreshed("station_hourly", 2, 2, 2, 0, null));
        assertThat(plant.rows("rule_complete_exclusion")).isEmpty();
    }

    @Test
    void aMartThatFailsKeepsItsRowsAndLetsTheOthersGoOn() {
        plant.work("U1 SXM6 P1 FI 2025-04-08T08:00 REF pass");
        plant.refresh(RECENT);
        plant.work("U2 SXM6 P1 FI 2025-04-08T08:00 REF pass");
        plant.warehouse.writeAll(session -> session.execute("alter table station_hourly rename to hidden"));

        List<Refreshed> results = plant.refresh(RECENT);
        assertThat(results)
                .filteredOn(result -> !result.succeeded())
                .extracting(Refreshed::mart)
                .containsExactly("station_hourly");
        assertThat(plant.rows("station_yield_daily")).containsExactly("2025-04-08|SXM6|FI|2|2|0|0");

        plant.warehouse.writeAll(session -> session.execute("alter table hidden rename to station_hourly"));
        plant.refresh(RECENT);
        assertThat(plant.rows("station_hourly")).containsExactly("2025-04-08|8|FI|2");
        assertThat(plant.rows("touched")).isEmpty();
    }

    @Test
    void progressCountsTheMarts() {
        List<String> heard = new ArrayList<>();
        plant.refresh()
                .refresh(
                        RECENT,
                        List.of("failure_daily", "week_starters"),
                        (mart, number, count) -> heard.add(mart + " " + number + "/" + count));

        assertThat(heard).containsExactly("week_starters 1/2", "failure_daily 2/2");
    }

    /** Late records, units that begin earlier than thought, corrected models, records that go: all of it, in any order. */
    @Tag("random")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsRefreshedInStepsEqualsWhatIsRebuiltAtOnce(long seed) {
        RandomChanges changes = new RandomChanges(seed);
        try (SmallPlant rebuilt = new SmallPlant(InMemory.open(), RULES)) {
            for (int step = 0; step < 12; step++) {
                changes.apply(plant, rebuilt);
                if (changes.sometimes()) {
                    plant.refresh(changes.scope(RECENT));
                }
            }
            plant.refresh(RECENT);
            rebuilt.refresh(new Scope.All());
            assertThat(tables())
                    .allSatisfy(mart ->
                            assertThat(plant.rows(mart.name())).as(mart.name()).isEqualTo(rebuilt.rows(mart.name())));
            assertThat(tables()).allSatisfy(this::keyIsUnique);
            assertThat(Views.names())
                    .allSatisfy(view -> assertThat(plant.rows(view)).as(view).isEqualTo(rebuilt.rows(view)));
        }
    }

    private void keyIsUnique(Mart mart) {
        String key = String.join(", ", mart.key());
        assertThat(plant.rows("(select " + key + " from " + mart.name() + " group by " + key
                        + " having count(*) > 1) repeated"))
                .isEmpty();
    }

    private Staleness stale(String mart) {
        return plant.warehouse.read(plant.refresh()::staleness).stream()
                .filter(staleness -> staleness.mart().equals(mart))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void viewsAndTablesAreMadeAnewWhenTheirDefinitionChanged() {
        plant.work("U1 SXM6 P1 PACKING 2025-04-08T08:00 REF pass");
        plant.refresh(RECENT);
        plant.warehouse.writeAll(session -> {
            session.execute("update setting set value = 'old' where name like 'mart_table %' or name = 'mart_views'");
            session.execute("drop view packing_weekly");
        });

        plant.refresh().prepare();
        assertThat(plant.rows("packing_weekly")).isEmpty();
        assertThat(stale("packing_daily").partitions()).isEqualTo(1);
        plant.refresh(RECENT);
        assertThat(plant.rows("packing_weekly")).containsExactly("2025-W15|SXM6|1|1");
    }
}
