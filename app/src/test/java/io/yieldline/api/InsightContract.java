package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.api.auth.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** At FLA 7 of 12 units fail on the fixture BAD and pass on GOOD, where 1 of 40 fails; FI passes 2 of 4 units and then all 4. */
abstract class InsightContract extends ServedContract {
    private static final String HEADER = "SN,PN,Model,Work station process,Workstation Name,History station start time,"
            + "History station end time,History station passing status,Failure reasons,Fixture No";

    InsightContract() {
        super(Role.VIEWER);
    }

    @Override
    ServedPlant served() {
        return ServedPlant.copy("insight", engine(), temp, InsightContract::exports);
    }

    private static List<Path> exports(Path folder) {
        List<String> stations = new ArrayList<>();
        List<String> tests = new ArrayList<>(List.of(HEADER));
        for (int unit = 0; unit < 52; unit++) {
            boolean bad = unit < 12;
            boolean fails = unit < 7 || unit == 12;
            tests.add(test(unit, "20:45", fails ? "Fail" : "Pass", bad ? "BAD" : "GOOD"));
            if (fails && bad) {
                tests.add(test(unit, "21:45", "Pass", "GOOD"));
            }
        }
        for (int unit = 0; unit < 8; unit++) {
            String end = "2025-04-%d 10:00:0%d".formatted(14 + unit / 4, unit);
            stations.add(TinyExport.row("171000" + unit, "FI", end, unit < 2 ? "Fail" : "Pass"));
        }
        try {
            return List.of(
                    TinyExport.write(folder.resolve("workstation.csv"), stations.toArray(String[]::new)),
                    Files.write(folder.resolve("testboard.csv"), tests));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String test(int unit, String end, String status, String fixture) {
        String time = "2025-04-15 " + end + ":00";
        String reason = status.equals("Fail") ? "EC665" : "";
        return String.join(
                ",", "17%05d".formatted(unit), "692-1", "Tesla SXM4", "T", "FLA", time, time, status, reason, fixture);
    }

    private Reply get(String path) {
        return plant.get(path, asker);
    }

    /** FI: 2 of 4 units fail on one day, none of 4 on the other; too few to judge. */
    @Test
    void periodsOfAStation_areJudgedByTheirFirstRuns() {
        JsonNode days = json("/suspects/periods?week=2025-W16");

        assertThat(days.path("false_share").asDouble()).isEqualTo(0.05);
        assertThat(days.path("total").asInt()).isZero();
        assertThat(get("/suspects/periods?week=2025-W16&by=week&station=FI&format=csv")
                        .text())
                .isEqualTo("station,period,units,failed,expected,p_value,suspect\n");
    }

    @Test
    void suspects_haveWhatWasExpected_andTheirStrata() {
        JsonNode suspects = json("/suspects?from=2025-04-15&to=2025-04-15");

        assertThat(suspects.path("units").asInt()).isEqualTo(52);
        assertThat(suspects.path("stratum").asString()).isEqualTo("station, model and part number");
        assertThat(suspects.path("rows").get(0).path("fixture").asString()).isEqualTo("BAD");
        assertThat(suspects.path("rows").get(0).path("suspect").asBoolean()).isTrue();
        assertThat(suspects.path("strata").get(0).path("stratum_failed").asInt())
                .isEqualTo(8);
        assertThat(get("/suspects?from=2025-04-15&to=2025-04-15&format=csv").text())
                .startsWith("fixture,units,failed,expected,p_value,suspect\nBAD,12,7,1.846154,");
        assertThat(get("/suspects?week=2025-W16&of=part_number&format=csv").text())
                .startsWith("part_number,units,failed,expected,p_value,suspect\n");
    }

    @Test
    void retests_tellTheVerdict() {
        JsonNode retests = json("/retests?week=2025-W16&station=fla");

        assertThat(retests.path("failed").asInt()).isEqualTo(8);
        assertThat(retests.path("rows").get(0).path("passed_other_fixture").asInt())
                .isEqualTo(7);
        assertThat(retests.path("rows").get(0).path("verdict").asString()).isEqualTo("undecided");
        assertThat(get("/retests?week=2025-W16&by=error_code&format=csv").text())
                .startsWith("error_code,failed_first,retested,passed,")
                .contains("\nEC665,8,7,7,1.000000000000,");
    }

    @Test
    void change_isSplitByStationOrGroup() {
        assertThat(json("/change?from=2025-04-15&to=2025-04-15")
                        .path("whole")
                        .get(0)
                        .path("change")
                        .asDouble())
                .isEqualTo(0.5);
        assertThat(json("/change?from=2025-04-15&to=2025-04-15")
                        .path("parts")
                        .get(0)
                        .path("rate")
                        .asDouble())
                .isEqualTo(0.5);
        assertThat(get("/change?from=2025-04-15&to=2025-04-15&format=csv").text())
                .startsWith("station,yield_before,yield_after,change,mix,rate,new,gone\nFI,0.500000000000,1.0000");
        assertThat(get("/change?from=2025-04-15&to=2025-04-15&station=fi&by=operator&format=csv")
                        .text())
                .startsWith("station,operator,passed_before,");
    }

    @Test
    void withoutDays_theAnswerSaysWhatIsMissing() {
        for (String path : List.of("/change", "/suspects", "/retests?to=2025-04-15")) {
            assertThat(get(path).status()).isEqualTo(400);
            assertThat(get(path).text()).contains("give from and to, or week");
        }
        assertThat(get("/change?week=2025-W16&before_from=2025-04-01").text())
                .contains("give before_from and before_to, or neither");
    }
}
