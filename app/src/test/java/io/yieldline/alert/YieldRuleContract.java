package io.yieldline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.plant.Plant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Alerts on late data and low yield count working days and enough units. */
abstract class YieldRuleContract extends AlertSuite {
    @Test
    void lateData_countsWorkingDaysOnly() {
        load(
                TinyExport.row("1", "FI", "2025-04-17 08:00:00", "Pass"),
                TinyExport.row("1", "FI", "2025-04-18 17:00:00", "Pass"));
        // Friday 17:00 to midnight and Monday from midnight: 7 + 23 hours.
        plant.now = Instant.parse("2025-04-22T03:00:00Z");
        assertThat(said()).isEmpty();
        plant.pass(Duration.ofSeconds(1));
        assertThat(said())
                .containsExactly("data of workstation is late: newest record 2025-04-18 17:00;"
                        + " an export arrived 2025-04-21 09:00 but has no newer records; yieldline inbox");
        plant.settings("alerts: {rules: {data_late: {feeds: {workstation: 2d}}}}\n");
        assertThat(said()).isEmpty();
        plant.settings("alerts: {rules: {data_late: {days_off: [mon]}}}\n");
        assertThat(said()).hasSize(1);
        plant.settings("alerts: {rules: {data_late: {on: false}}}\n");
        assertThat(said()).isEmpty();
    }

    @Test
    void lowYield_needsDaysThatAreOverWithEnoughUnits() {
        plant.settings("alerts: {rules: {yield_low: {target: 95, periods: 2, units: 50}}}\n");
        day("A", "FCT", "2025-04-17", 94, 6);
        day("A", "FCT", "2025-04-18", 0, 49);
        day("A", "FCT", "2025-04-21", 0, 500);
        assertThat(said()).isEmpty();
        day("A", "FCT", "2025-04-20", 90, 10);
        day("B", "FCT", "2025-04-18", 0, 100);
        day("B", "FCT", "2025-04-20", 95, 5);
        day("A", "FI", "2025-04-18", 0, 0);
        plant.change(
                "insert into failure_daily (day, error_code, fixture, station, model, part_number, failures)"
                        + " values (date '2025-04-20', 'E7', 'F1', 'FCT', 'A', 'p', 6), (date '2025-04-17', 'E7', 'F1', 'FCT', 'A', 'p', 3),"
                        + " (date '2025-04-17', null, 'F2', 'FCT', 'A', 'p', 2), (date '2025-04-16', 'E9', 'F1', 'FCT', 'A', 'p', 99)");
        assertThat(said())
                .containsExactly("yield of A at FCT is below 95 %: 2025-04-20 90.00 % (90 of 100),"
                        + " 2025-04-17 94.00 % (94 of 100); most failures: E7 on fixture F1 9, no error code on fixture F2 2;"
                        + " 95 % is set for this alert in yieldline.yaml; yieldline show station_yield_daily");
        plant.pass(Duration.ofDays(30));
        assertThat(said()).isEmpty();
    }

    @Test
    void lowYield_comparesEachDayWithTheTargetOfThePlant() {
        day("A", "FCT", "2025-04-19", 90, 10);
        day("A", "FCT", "2025-04-20", 90, 10);
        day("A", "FI", "2025-04-19", 0, 100);
        day("A", "FI", "2025-04-20", 0, 100);
        assertThat(said()).isEmpty();
        plant.rules("\ntargets:\n  - {yield: 89, station: FCT}\n");
        assertThat(said()).isEmpty();
        plant.rules("  - {yield: 91, station: FCT, from: 2025-04-20}\n");
        assertThat(said()).as("90 % was enough on the day before").isEmpty();
        plant.rules("  - {yield: 92, station: FCT, from: 2025-04-19, to: 2025-04-19}\n");
        assertThat(said())
                .containsExactly("yield of A at FCT is below 91 %: 2025-04-20 90.00 % (90 of 100),"
                        + " 2025-04-19 90.00 % (90 of 100); yieldline show station_yield_daily");
        plant.settings("alerts: {rules: {yield_low: {target: 80}}}\n");
        assertThat(said()).singleElement().asString().startsWith("yield of A at FI is below 80 %: ");
        assertThat(Alerting.overrides(Plant.open(plant.home).settings()))
                .containsExactly(
                        "the alert yield_low compares with targets of its own in yieldline.yaml, not with those of"
                                + " rules.yaml; remove them there if they are old");
    }

    @Test
    void targets_areForModelOrStation() {
        day("A", "FCT", "2025-04-20", 90, 10);
        day("A", "FI", "2025-04-20", 90, 10);
        day("B", "FCT", "2025-04-20", 90, 10);
        plant.settings("""
                alerts:
                  rules:
                    yield_low:
                      periods: 1
                      targets:
                        - {model: A, station: FCT, target: 89.9}
                        - {station: FCT, target: 90.1}
                """);
        assertThat(said()).hasSize(1).allMatch(text -> text.startsWith("yield of B at FCT is below 90.1 %: "));
    }

    private void day(String model, String station, String day, int passed, int failed) {
        plant.change(
                "insert into station_yield_daily (day, model, station, total, passed, failed, unjudged)"
                        + " values (?, ?, ?, ?, ?, ?, 1)",
                LocalDate.parse(day),
                model,
                station,
                (long) passed + failed + 1,
                (long) passed,
                (long) failed);
    }
}
