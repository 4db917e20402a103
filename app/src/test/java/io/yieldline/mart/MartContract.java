package io.yieldline.mart;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.warehouse.Table;
import org.junit.jupiter.api.Test;

/** What each mart counts, by hand. */
abstract class MartContract extends PlantContract {
    @Test
    void everySelectYieldsTheColumnsOfItsHeader() {
        plant.refresh().prepare();

        assertThat(tables()).allSatisfy(mart -> {
            Table answer = plant.warehouse.read(
                    session -> session.table("select * from (\n" + mart.select() + "\n) z where 1 = 0"));
            assertThat(answer.columns()).isEqualTo(mart.columnNames());
        });
    }

    @Test
    void stationYieldsCountVerdictsOfProductionRecordsOfYieldModels() {
        plant.work(
                "U1 Tesla_SXM4 P1 FI 2025-04-07T08:00 REF fail",
                "U1 Tesla_SXM4 P1 FI 2025-04-07T09:00 REF pass",
                "U2 Tesla_SXM4 P1 FI 2025-04-07T10:00 REF none",
                "U2 Tesla_SXM4 P1 FI 2025-04-13T23:59 REF pass",
                "U2 Tesla_SXM4 P1 FI 2025-04-07T11:00 NC_Sort pass",
                "U2 Tesla_SXM4 P1 SORTING 2025-04-07T12:00 REF pass",
                "U3 Red_October P1 FI 2025-04-07T13:00 REF pass",
                "U4 - P1 FI 2025-04-07T14:00 REF pass");
        plant.refresh(RECENT);

        assertThat(plant.rows("station_yield_daily"))
                .containsExactly("2025-04-07|Tesla SXM4|FI|3|1|1|1", "2025-04-13|Tesla SXM4|FI|1|1|0|0");
        assertThat(plant.rows("station_yield_weekly")).containsExactly("2025-W15|Tesla SXM4|FI|4|2|1|1");
    }

    @Test
    void weekStartersCountUnitsInTheWeekOfTheirFirstRecord() {
        plant.work(
                "U1 SXM6 P1 FI 2025-04-06T23:59 REF pass",
                "U1 SXM6 P1 FQC 2025-04-07T08:00 REF pass",
                "U1 Tesla_SXM5 P1 FI 2025-04-08T08:00 REF pass",
                "U2 SXM6 P1 FI 2025-04-08T08:00 REF fail",
                "U3 - P1 FI 2025-04-08T08:00 REF pass",
                "U4 SXM6 P1 FI 2025-04-01T08:00 RO pass");
        plant.refresh(RECENT);

        assertThat(plant.rows("week_starters"))
                .containsExactly("2025-W14|SXM6|1", "2025-W15|-|1", "2025-W15|SXM6|1", "2025-W15|Tesla SXM5|1");
    }

    @Test
    void firstPassCountsAUnitThatIsPackedAndFailedOnceInTheUnion() {
        plant.work(
                "U1 SXM6 P1 FI 2025-04-07T08:00 REF pass",
                "U1 SXM6 P1 Packing 2025-04-07T09:00 REF none",
                "U2 SXM6 P1 FI 2025-04-07T08:00 REF fail",
                "U2 SXM6 P1 PACKING 2025-04-08T08:00 REF pass",
                "U3 SXM6 P1 FI 2025-04-07T08:00 REF fail",
                "U4 SXM6 P1 FI 2025-04-07T08:00 REF pass",
                "U4 SXM6 P1 PACKING 2025-04-14T08:00 REF pass");
        plant.refresh(RECENT);

        assertThat(plant.rows("first_pass_weekly"))
                .containsExactly("2025-W15|SXM6|4|1|2|2|3|1", "2025-W16|SXM6|1|1|1|0|1|0");
    }

    @Test
    void unitFirstPassFollowsAUnitFromItsFirstJudgedRun() {
        plant.work(
                "U1 SXM6 P1 FI 2025-04-07T07:00 REF none",
                "U1 SXM6 P1 FI 2025-04-08T08:00 REF pass",
                "U1 SXM6 P1 FI 2025-04-09T08:00 REF fail",
                "U2 SXM6 P1 FI 2025-04-08T08:00 REF fail",
                "U2 SXM6 P1 FI 2025-04-20T08:00 REF pass",
                "U3 SXM6 P1 FI 2025-04-08T08:00 REF fail",
                "U3 SXM6 P1 FI 2025-04-08T09:00 REF fail",
                "U3 SXM6 P1 FI 2025-04-08T10:00 REF pass",
                "U4 SXM6 P1 FI 2025-04-08T08:00 REF fail",
                "U5 - P1 FI 2025-04-08T08:00 REF pass");
        plant.refresh(RECENT);

        assertThat(plant.rows("unit_first_pass_daily")).containsExactly("2025-04-08|SXM6|FI|4|1|2|3|3|8");
    }

    @Test
    void packingAndSortTestsOfTheWeekendCountOnFriday() {
        plant.work(
                "U1 SXM6 P1 PACKING 2025-04-11T08:00 REF pass",
                "U2 SXM6 P1 Packing 2025-04-12T08:00 - pass",
                "U3 SXM6 P1 PACKING 2025-04-13T08:00 NC_Sort pass",
                "U4 SXM6 P2 PACKING 2025-04-14T08:00 REF pass",
                "U5 SXM6 P1 PACKING 2025-04-14T08:00 REF fail",
                "U6 Tesla_SXM4 P1 TEST 2025-04-12T08:00 REF fail",
                "U6 Tesla_SXM4 P1 test 2025-04-13T08:00 NC_Sort pass",
                "U7 SXM6 P1 TEST 2025-04-13T08:00 REF pass");
        plant.refresh(RECENT);

        assertThat(plant.rows("packing_daily")).containsExactly("2025-04-11|SXM6|P1|3", "2025-04-14|SXM6|P2|1");
        assertThat(plant.rows("sort_test_daily")).containsExactly("2025-04-11|506|2|1");
        assertThat(plant.rows("packing_weekly")).containsExactly("2025-W15|SXM6|3|3", "2025-W16|SXM6|1|1");
    }

    @Test
    void hourlyAndPChartCountsKeepBlanks() {
        plant.work(
                "U1 - P1 FI 2025-04-07T08:00 REF pass",
                "U2 - P1 FI 2025-04-07T08:59 REF fail",
                "U3 SXM6 P1 FI 2025-04-07T09:00 - none");
        plant.refresh(RECENT);

        assertThat(plant.rows("station_hourly")).containsExactly("2025-04-07|8|FI|2", "2025-04-07|9|FI|1");
        assertThat(plant.rows("p_chart_daily")).containsExactly("2025-04-07|P1|-|FI|REF|2|1|1|0");
    }

    @Test
    void testboardMartsCountTestsAndFailures() {
        plant.bench(
                "U1 SXM6 P1 REF BAT NC1 2025-04-07T08:00 fail EC006",
                "U1 SXM6 P1 REF BAT NC1 2025-04-07T09:00 pass -",
                "U2 - P1 REF BAT - 2025-04-07T09:00 fail -");
        plant.refresh(RECENT);

        assertThat(plant.rows("testboard_station_daily"))
                .containsExactly("2025-04-07|-|REF|BAT|1|0|1", "2025-04-07|SXM6|REF|BAT|2|1|1");
        assertThat(plant.rows("fixture_daily"))
                .containsExactly("2025-04-07|-|-|P1|BAT|1|0|1", "2025-04-07|NC1|SXM6|P1|BAT|2|1|1");
        assertThat(plant.rows("failure_daily"))
                .containsExactly("2025-04-07|-|-|BAT|-|P1|1", "2025-04-07|EC006|NC1|BAT|SXM6|P1|1");
    }

    @Test
    void aFailureInBothLogsCountsOnce_whicheverComesFirst() {
        plant.work(
                "U1 SXM6 P1 Bat 2025-04-07T08:00 REF fail",
                "U1 SXM6 P1 BAT 2025-04-07T09:00 REF fail",
                "U2 SXM6 P1 FQC 2025-04-08T08:00 NC_Sort fail",
                "U3 SXM6 P1 BAT 2025-04-08T08:00 REF pass");
        plant.refresh(RECENT);
        assertThat(plant.rows("all_failure_daily"))
                .containsExactly(
                        "2025-04-07|workstation|-|-|BAT|SXM6|P1|yes|1",
                        "2025-04-07|workstation|-|-|Bat|SXM6|P1|yes|1",
                        "2025-04-08|workstation|-|-|FQC|SXM6|P1|no|1");

        plant.bench(
                "U1 SXM6 P1 REF BAT NC1 2025-04-07T08:00 fail EC006",
                "U1 SXM6 P1 REF BAT NC1 2025-04-07T09:00 pass -",
                "U2 SXM6 P1 REF BAT NC1 2025-04-08T08:00 fail EC077");
        plant.refresh(RECENT);
        assertThat(plant.rows("all_failure_daily"))
                .containsExactly(
                        "2025-04-07|testboard|EC006|NC1|BAT|SXM6|P1|yes|1",
                        "2025-04-07|workstation|-|-|BAT|SXM6|P1|yes|1",
                        "2025-04-08|testboard|EC077|NC1|BAT|SXM6|P1|yes|1",
                        "2025-04-08|workstation|-|-|FQC|SXM6|P1|no|1");
    }
}
