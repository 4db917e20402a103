package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.api.auth.Role;
import io.yieldline.insight.Dimension;
import io.yieldline.insight.Period;
import io.yieldline.insight.SubjectUnits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Shifts of a plant in which 1 of 20 units fails each day at FCT, from the fifth day on 10 of 20: on fixture NV-1, with EC022. Each unit
 * passes its retest.
 */
abstract class ShiftContract extends ServedContract {
    private static final String HEADER = "SN,PN,Model,Work station process,Workstation Name,History station start time,"
            + "History station end time,History station passing status,Failure reasons,Fixture No";

    private static final String COUNTS = "2025-04-14,4,80,40,80,45.5480,";

    ShiftContract() {
        super(Role.VIEWER);
    }

    @Override
    ServedPlant served() {
        return ServedPlant.copy("shifts", engine(), temp, ShiftContract::exports);
    }

    private static List<Path> exports(Path folder) {
        List<String> stations = new ArrayList<>();
        List<String> tests = new ArrayList<>(List.of(HEADER));
        for (int day = 0; day < 8; day++) {
            for (int unit = 0; unit < 20; unit++) {
                String serial = "17%02d%03d".formatted(day, unit);
                String minute = "2025-04-%02d %%02d:%02d:00".formatted(10 + day, unit);
                boolean fails = unit < (day < 4 ? 1 : 10);
                stations.add(TinyExport.row(serial, "FCT", minute.formatted(8), fails ? "Fail" : "Pass"));
                stations.add(TinyExport.row(serial, "FCT", minute.formatted(9), "Pass"));
                tests.add(test(serial, minute.formatted(20), fails));
                tests.add(test(serial, minute.formatted(21), false));
            }
        }
        try {
            return List.of(
                    TinyExport.write(folder.resolve("workstation.csv"), stations.toArray(String[]::new)),
                    Files.write(folder.resolve("testboard.csv"), tests));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String test(String serial, String end, boolean fails) {
        return String.join(
                ",",
                serial,
                "692-1",
                "Tesla SXM4",
                "FCT",
                "FCT",
                end,
                end,
                fails ? "Fail" : "Pass",
                fails ? "X_022" : "",
                "NV-1");
    }

    @Test
    void shifts_sayWhatFailsSinceWhen_andOnWhatBasis() {
        JsonNode shifts = json("/shifts?model=tesla%20sxm4");

        assertThat(shifts.path("range").toString()).isEqualTo("{\"from\":\"2025-02-16\",\"to\":\"2025-04-17\"}");
        assertThat(shifts.path("basis").asString()).isEqualTo("units by their first judged run at a station");
        assertThat(shifts.path("series").asInt()).isEqualTo(1);
        assertThat(shifts.path("rows").get(0).path("words").asString())
                .isEqualTo("Tesla SXM4 at FCT fails more since Mon 2025-04-14: 50.00 % (40 of 80 units), before 5.00 %"
                        + " (4 of 80 units).");
        assertThat(json("/shifts?week=2025-W16").path("total").asInt()).isZero();
    }

    @Test
    void unitsOfACode_areAllOfItsPlace_whileItHasAny() {
        Map<Dimension, String> place = Map.of(Dimension.MODEL, "Tesla SXM4", Dimension.STATION, "FCT");
        LocalDate first = LocalDate.of(2025, 4, 10);
        SubjectUnits units = new SubjectUnits(Period.of(first, first), true, place, "EC022");
        SubjectUnits earlier =
                new SubjectUnits(Period.of(first.minusDays(9), first.minusDays(1)), true, place, "EC022");

        assertThat(plant.warehouse().read(units::any)).isTrue();
        assertThat(plant.warehouse().read(earlier::any)).isFalse();
        assertThat(plant.warehouse().read(units::byDay).rows()).containsExactly(List.of(first, 20L, 1L));
    }

    @Test
    void findings_areWhatTheDataSays_withWhatIsBehindThem() {
        JsonNode list = json("/findings");
        JsonNode finding = list.path("rows").get(0);

        assertThat(list.path("day").asString()).isEqualTo("2025-04-17");
        assertThat(list.path("total").asInt()).isEqualTo(1);
        assertThat(finding.path("sentence").asString())
                .isEqualTo(
                        "Tesla SXM4 fails FCT at 50.0 % since Mon 14 Apr (5.0 % of 80 units before; 40 of 80 units), together"
                                + " with error code EC022; not explained by part numbers (mix 0.0).");
        assertThat(finding.path("size").asDouble()).isEqualTo(36);
        assertThat(finding.path("state").asString()).isEqualTo("new");
        assertThat(json("/findings?kind=suspect").path("total").asInt()).isZero();

        String id = finding.path("id").asString();
        JsonNode detail = json("/findings/" + id);
        assertThat(detail.path("finding")).isEqualTo(finding);
        assertThat(detail.path("history").size()).isEqualTo(1);
        assertThat(detail.path("series").get(7).toString())
                .isEqualTo("{\"day\":\"2025-04-17\",\"units\":20,\"failed\":10}");
        assertThat(detail.path("failed_units").size()).isEqualTo(40);
        assertThat(detail.path("candidates").size()).isEqualTo(5);
        assertThat(detail.path("candidates").get(0).toString())
                .isEqualTo("{\"candidate\":\"fixture\",\"name\":\"NV-1\",\"units\":80,\"failed\":40,\"expected\":40.0,"
                        + "\"p_value\":null,\"verdict\":\"not compared\"}");
        assertThat(plant.get("/findings/" + id + "/units?format=csv", asker).text())
                .contains("2025-04-17,1707009,Tesla SXM4,692-1,FCT,,,2025-04-17 08:09:00,", ",workstation.csv,");
        assertThat(plant.get("/findings/" + id + "/page", asker).text())
                .contains(
                        "Finding: Tesla SXM4 fails FCT",
                        "<svg",
                        "Suspects and what was ruled out",
                        ">workstation.csv<");
        assertThat(plant.get("/findings/none", asker).detail()).isEqualTo("there is no finding of this id");

        String path = "/findings/" + id + "/acknowledge";
        assertThat(plant.post(path, "{\"note\":\"new tester\"}", asker).status())
                .isEqualTo(403);
        String[] operator = plant.as(Role.OPERATOR);
        assertThat(plant.post(path, "{\"note\":\" \"}", operator).detail())
                .isEqualTo("the note is empty; say what is known or done about the finding");
        assertThat(plant.post(path, "{\"note\":\"new tester\"}", operator)
                        .json()
                        .path("finding")
                        .path("acknowledged")
                        .path("note")
                        .asString())
                .isEqualTo("new tester");
        assertThat(json("/findings").path("rows").get(0).path("state").asString())
                .isEqualTo("acknowledged");
        assertThat(plant.get("/audit", plant.as(Role.ADMIN)).text())
                .contains("\"action\":\"findings acknowledge\",\"target\":\"" + id + "\",\"detail\":\"new tester\"");
    }

    @Test
    void shifts_ofEachKind_asAFile() {
        assertThat(csv("")).isEqualTo("Tesla SXM4,FCT," + COUNTS);
        assertThat(csv("&of=fixture")).isEqualTo("Tesla SXM4,FCT,NV-1," + COUNTS);
        assertThat(csv("&of=error_code&station=fct")).isEqualTo("Tesla SXM4,FCT,EC022," + COUNTS);
        assertThat(plant.get("/shifts?of=colour", asker).detail())
                .isEqualTo("of \"colour\" is not one of station, fixture, error_code");
    }

    /** The only row, up to its p-value. */
    private String csv(String query) {
        List<String> lines = plant.get("/shifts?format=csv&from=2025-04-10" + query, asker)
                .text()
                .lines()
                .toList();
        assertThat(lines).hasSize(2);
        return lines.get(1).replaceAll("[^,]*$", "");
    }
}
