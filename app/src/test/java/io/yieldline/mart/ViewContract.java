package io.yieldline.mart;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.plant.Rules;
import io.yieldline.yaml.ResourceFolder;
import io.yieldline.yaml.YamlNode;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What the views make of the marts, by hand. */
abstract class ViewContract extends PlantContract {
    @Test
    void weeklySummaryAddsUpTheModelsAndCarriesItsCounts() {
        plant.work(
                "U1 SXM6 P1 FI 2025-04-07T08:00 REF pass",
                "U1 SXM6 P1 PACKING 2025-04-07T09:00 REF pass",
                "U2 SXM6 P1 FI 2025-04-07T08:00 REF fail",
                "U3 Red_October P1 FI 2025-04-07T08:00 REF none");
        plant.refresh(RECENT);

        assertThat(plant.rows("weekly_summary"))
                .containsExactly(
                        "2025-W15|Red October|1|0|0|0|0|1|1|0|0|0|0|0|0.000000|-|-",
                        "2025-W15|SXM6|2|1|1|1|2|0|2|3|2|1|0|3|0.500000|0.500000|0.666667",
                        "2025-W15|all|3|1|1|1|2|1|3|3|2|1|0|3|0.333333|0.500000|0.666667");
    }

    @Test
    void focusedRolledYieldNeedsAllStationsAndCompleteLeavesRepairOut() {
        plant.work(
                "U1 SXM6 P1 BBD 2025-04-07T08:00 REF pass",
                "U1 SXM6 P1 ASSY2 2025-04-07T08:00 REF pass",
                "U1 SXM6 P1 FI 2025-04-07T08:00 REF fail",
                "U1 SXM6 P1 Fi 2025-04-07T09:00 REF pass",
                "U1 SXM6 P1 FQC 2025-04-07T08:00 REF none",
                "U1 SXM6 P1 FI_REPAIR 2025-04-07T10:00 REF fail",
                "U1 SXM6 P1 Scrap 2025-04-07T11:00 REF fail");
        plant.refresh(RECENT);
        assertThat(plant.rows("rolled_yield_weekly"))
                .containsExactly("2025-W15|SXM6|complete|3|0|0.500000|0.500000", "2025-W15|SXM6|focused|3|4|-|-");

        plant.work("U2 SXM6 P1 FQC 2025-04-08T08:00 REF pass", "U1 SXM6 P1 FQC 2025-04-08T08:00 REF fail");
        plant.refresh(RECENT);
        assertThat(plant.rows("rolled_yield_weekly"))
                .containsExactly(
                        "2025-W15|SXM6|complete|4|0|0.250000|0.250000", "2025-W15|SXM6|focused|4|4|0.250000|0.250000");
    }

    @Test
    void rolledYieldsOfADayAndOfItsWeekHaveTheirStationsBesideThem() {
        plant.work(
                "U1 SXM6 P1 BBD 2025-04-07T08:00 REF pass",
                "U1 SXM6 P1 ASSY2 2025-04-07T08:00 REF pass",
                "U1 SXM6 P1 Fi 2025-04-07T08:00 REF fail",
                "U1 SXM6 P1 FI 2025-04-08T09:00 REF pass",
                "U1 SXM6 P1 FQC 2025-04-08T08:00 REF none",
                "U1 SXM6 P1 Scrap 2025-04-08T11:00 REF fail");
        plant.refresh(RECENT);

        assertThat(plant.rows("rolled_yield"))
                .containsExactly(
                        "day|2025-04-07|2025-W15|SXM6|complete|3|0|0.000000",
                        "day|2025-04-07|2025-W15|SXM6|focused|3|4|-",
                        "day|2025-04-08|2025-W15|SXM6|complete|1|0|1.000000",
                        "day|2025-04-08|2025-W15|SXM6|focused|1|4|-",
                        "unit week|2025-W15|2025-W15|SXM6|complete|3|0|0.500000",
                        "unit week|2025-W15|2025-W15|SXM6|focused|3|4|-",
                        "week|2025-W15|2025-W15|SXM6|complete|3|0|0.500000",
                        "week|2025-W15|2025-W15|SXM6|focused|3|4|-");
        assertThat(plant.rows("rolled_yield_factor"))
                .contains(
                        "day|2025-04-07|2025-W15|SXM6|focused|FI|Fi|0|1",
                        "day|2025-04-08|2025-W15|SXM6|focused|FI|FI|1|1",
                        "day|2025-04-08|2025-W15|SXM6|focused|FQC|FQC|0|0",
                        "day|2025-04-08|2025-W15|SXM6|focused|BBD|BBD|0|0",
                        "week|2025-W15|2025-W15|SXM6|focused|FI|fi|1|2",
                        "week|2025-W15|2025-W15|SXM6|complete|FI|fi|1|2")
                .noneMatch(row -> row.contains("SCRAP"));
    }

    @Test
    void inAnExcludedStationAStarStandsForAnyTextAndAllElseForItself() {
        String rules = ResourceFolder.text(Rules.class, "rules-plant.yaml")
                + ResourceFolder.text(Rules.class, "failure-codes.yaml");
        String excluded = "[\"*REPAIR*\", SCRAP, \"*DEBUG*\"]";
        assertThat(rules).contains(excluded);
        plant.rules(Rules.of(
                YamlNode.parse("rules.yaml", rules.replace(excluded, "[\"debug*\", \"*fix*\", A_C, A%, B.D]"))));
        plant.work(
                "U1 SXM6 P1 DEBUG_2 2025-04-07T08:00 REF pass",
                "U1 SXM6 P1 XFIXX 2025-04-07T08:00 REF pass",
                "U1 SXM6 P1 a_c 2025-04-07T08:00 REF pass",
                "U1 SXM6 P1 ABC 2025-04-07T08:00 REF pass",
                "U1 SXM6 P1 BCD 2025-04-07T08:00 REF pass",
                "U1 SXM6 P1 NODEBUG 2025-04-07T08:00 REF pass");
        plant.refresh(RECENT);

        assertThat(plant.rows("rolled_yield_factor"))
                .filteredOn(row -> row.startsWith("week") && row.contains("complete"))
                .containsExactly(
                        "week|2025-W15|2025-W15|SXM6|complete|ABC|ABC|1|1",
                        "week|2025-W15|2025-W15|SXM6|complete|BCD|BCD|1|1",
                        "week|2025-W15|2025-W15|SXM6|complete|NODEBUG|NODEBUG|1|1");
    }

    @Test
    void aStationThatPassedNothingMakesARolledYieldZero() {
        plant.work("U1 SXM6 P1 FI 2025-04-07T08:00 REF pass", "U1 SXM6 P1 VI2 2025-04-07T08:00 REF fail");
        plant.refresh(RECENT);

        assertThat(plant.rows("rolled_yield_weekly"))
                .containsExactly("2025-W15|SXM6|complete|2|0|0.000000|0.000000", "2025-W15|SXM6|focused|1|4|-|-");
    }

    @Test
    void stationsAreRankedFromBothEnds() {
        plant.work(
                "U1 SXM6 P1 FI 2025-04-07T08:00 REF pass",
                "U1 Tesla_SXM4 P1 FI 2025-04-07T09:00 REF fail",
                "U1 SXM6 P1 FQC 2025-04-07T08:00 REF pass",
                "U1 SXM6 P1 OQA 2025-04-07T08:00 REF none");
        plant.refresh(RECENT);

        assertThat(plant.rows("station_yield_summary"))
                .containsExactly(
                        "2025-W15|FI|2|1|1|0|2|0.500000|2|1",
                        "2025-W15|FQC|1|1|0|0|1|1.000000|1|2",
                        "2025-W15|OQA|1|0|0|1|0|-|3|3");
    }

    @Test
    void packingWeeksAndRecordCounts() {
        plant.work("U1 SXM6 P1 PACKING 2025-01-04T08:00 REF pass", "U2 SXM6 P1 PACKING 2024-12-30T08:00 REF pass");
        plant.bench("U1 SXM6 P1 REF BAT NC1 2025-04-07T08:00 fail EC006");
        plant.refresh(RECENT);

        assertThat(plant.rows("packing_weekly")).containsExactly("2025-W01|SXM6|2|2");
        assertThat(plant.rows("record_counts"))
                .containsExactly("testboard|2025-04-07|1", "workstation|2024-12-30|1", "workstation|2025-01-04|1");
    }

    @Test
    void theOriginalsTablesSayNanForBlank() {
        plant.work("U1 - P1 FI 2025-04-07T08:05 - pass");
        plant.bench("U1 - P1 REF BAT - 2025-04-07T08:00 fail -", "U1 - P1 REF BAT - 2025-04-07T09:00 pass -");
        plant.refresh(RECENT);

        assertThat(plant.rows("etl_v2.fixture_performance_daily")).containsExactly("2025-04-07|nan|nan|P1|BAT|1|1|2");
        assertThat(plant.rows("etl_v2.testboard_station_performance_daily"))
                .containsExactly("2025-04-07|nan|REF|BAT|1|1|2|0.500");
        assertThat(plant.rows("etl_v2.snfn_aggregate_daily"))
                .containsExactly("nan|BAT|U1|P1|nan|ECnan|nan|2025-04-07T08:00");
        assertThat(plant.rows("etl_v2.workstation_master_log"))
                .containsExactly("U1|P1|nan|FI|2025-04-07T08:04|2025-04-07T08:05|nan|nan|nan|nan|08:04-08:05|nan|nan|-"
                        + "|workstation|-|-|-");
    }

    @Test
    void theOriginalsYieldsAreRoundedBeforeTheyAreMultiplied() {
        plant.work(
                "U1 SXM6 P1 BBD 2025-04-07T08:00 REF pass",
                "U2 SXM6 P1 BBD 2025-04-07T08:00 REF pass",
                "U3 SXM6 P1 BBD 2025-04-07T08:00 REF fail",
                "U1 SXM6 P1 ASSY2 2025-04-07T08:00 REF pass",
                "U2 SXM6 P1 ASSY2 2025-04-07T08:00 REF pass",
                "U3 SXM6 P1 ASSY2 2025-04-07T08:00 REF fail",
                "U1 SXM6 P1 FI 2025-04-07T08:00 REF pass",
                "U1 SXM6 P1 F\"QC 2025-04-07T08:00 REF pass",
                "U1 SXM6 P1 FQC 2025-04-07T08:00 REF pass");
        plant.refresh(RECENT);

        assertThat(plant.rows("etl_v2.weekly_tpy_model_metrics"))
                .containsExactly(
                        "2025-W15|SXM6|{\"ASSY2\": 66.67, \"BBD\": 66.67, \"FI\": 100.0, \"FQC\": 100.0}|44.45"
                                + "|{\"ASSY2\": 66.67, \"BBD\": 66.67, \"F\\\"QC\": 100.0, \"FI\": 100.0, \"FQC\": 100.0}|44.45|5|2025-06-01T06:00");
        assertThat(plant.rows("etl_v2.daily_tpy_metrics"))
                .contains("2025-04-07|SXM6|BBD|3|2|1|66.67|2025-W15|2025-04-07|2025-04-13|3|2025-06-01T06:00");
    }

    /** Each query that reads these tables, with every column that it names. */
    @Test
    void eachQueryOfTheOriginalsDashboardFindsItsColumns() {
        plant.work(
                "U1 SXM6 P1 FI 2025-04-07T08:05 REF pass",
                "U2 Tesla_SXM4 P1 TEST 2025-04-07T08:15 REF pass",
                "U2 SXM6 P1 PACKING 2025-04-07T09:05 REF pass");
        plant.bench("U1 SXM6 P1 REF BAT NC1 2025-04-07T08:00 fail EC006");
        plant.refresh(RECENT);

        String[] queries = ResourceFolder.text(ViewContract.class, "original-queries.sql")
                .strip()
                .split(";\\s*\\n");
        assertThat(queries).hasSizeGreaterThan(21);
        SoftAssertions.assertSoftly(all -> Stream.of(queries)
                .forEach(query -> all.assertThatCode(() -> assertThat(plant.warehouse
                                        .read(session -> session.table(query))
                                        .rows())
                                .isNotEmpty())
                        .as(query)
                        .doesNotThrowAnyException()));
    }
}
