package io.yieldline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpectedMartsTest {
    private static final List<String> MARTS = List.of(
            "all_failure_daily",
            "failure_daily",
            "first_pass_weekly",
            "fixture_daily",
            "p_chart_daily",
            "packed_units_daily",
            "packing_daily",
            "sort_test_daily",
            "station_hourly",
            "station_yield_daily",
            "station_yield_weekly",
            "testboard_station_daily",
            "unit_first_pass_daily",
            "week_starters");

    /** Marts that the original does not have; the loops are all that they are compared with. */
    private static final Set<String> OWN = Set.of("all_failure_daily", "packed_units_daily");

    @Test
    void theSameLoopsOverTheRealTwoMonthsGiveTheKnownTables() throws IOException {
        PlainImport real = new PlainImport();
        read(real, "workstation", "workstationreport_xlsx");
        read(real, "testboard", "testboardrecord_xlsx");
        assertThat(real.workstation).hasSize(280_560);
        assertThat(real.testboard).hasSize(111_552);

        Map<String, List<List<String>>> marts = ExpectedMarts.of(real.workstationEvents(), real.testboardEvents());
        assertThat(marts.keySet()).containsExactlyElementsOf(MARTS);
        for (String mart : MARTS) {
            if (!OWN.contains(mart)) {
                assertThat(lines(marts.get(mart))).as(mart).isEqualTo(known(mart));
            }
        }
        assertThat(sum(marts.get("all_failure_daily"))).isEqualTo(4_385 + 4_833);
    }

    @Test
    void martsOfTheDemoBalanceWithItsEvents() {
        PlantTruth truth = DemoPlant.generate(DemoSettings.standard()).truth();
        Map<String, List<List<String>>> marts = ExpectedMarts.of(truth.workstation(), truth.testboard());
        assertThat(marts.keySet()).containsExactlyElementsOf(MARTS);
        assertThat(marts.values()).noneMatch(List::isEmpty);
        assertThat(sum(marts.get("station_hourly")))
                .isEqualTo(truth.workstation().size());
        assertThat(sum(marts.get("failure_daily"))).isEqualTo(truth.snfn().size());
    }

    private static int sum(List<List<String>> rows) {
        return rows.stream()
                .mapToInt(row -> Integer.parseInt(row.get(row.size() - 1)))
                .sum();
    }

    private static void read(PlainImport real, String feed, String folder) throws IOException {
        for (Path export : RealData.exports(folder)) {
            assertThat(real.read(feed, Files.readAllBytes(export))).isZero();
        }
    }

    private static List<String> known(String mart) throws IOException {
        return Files.readAllLines(RealData.expected("plant/" + mart + ".csv")).stream()
                .skip(1)
                .sorted()
                .toList();
    }

    private static List<String> lines(List<List<String>> rows) {
        return rows.stream().map(row -> String.join(",", row)).sorted().toList();
    }
}
