package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Eight days at FI: 1 of 20 units fails each day, from the fifth day on 10 of 20. Retests, repair and scrap do not count. */
class ShiftsCommandTest {
    private static final String SHIFT =
            "Tesla SXM4 at FI fails more since Mon 2025-04-14: 50.00 % (40 of 80 units), before 5.00 % (4 of 80 units).";

    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void load() {
        cli = new Cli(temp.resolve("plant"));
        cli.run("init");
        List<String> rows = new ArrayList<>();
        for (int day = 0; day < 8; day++) {
            String date = "2025-04-%02d".formatted(10 + day);
            for (int unit = 0; unit < 20; unit++) {
                boolean fails = unit < (day < 4 ? 1 : 10);
                String serial = "17%02d%03d".formatted(day, unit);
                rows.add(TinyExport.row(serial, "FI", date + " 08:00:%02d".formatted(unit), fails ? "Fail" : "Pass"));
                rows.add(TinyExport.row(serial, "FI", date + " 09:00:%02d".formatted(unit), day < 4 ? "Fail" : "Pass"));
                rows.add(
                        TinyExport.row(serial, "SCRAP", date + " 10:00:%02d".formatted(unit), fails ? "Fail" : "Pass"));
            }
        }
        cli.run(
                "ingest",
                TinyExport.write(temp.resolve("fi.csv"), rows.toArray(String[]::new))
                        .toString());
    }

    @Test
    void aShiftIsASentence_withItsEvidenceAndBasis() {
        assertThat(cli.run("shifts").out()).isEqualTo(SHIFT + """

                  G 45.5, p < 0.0001

                1 shift in 1 series, 2025-02-16 to 2025-04-17; units by their first judged run at a station.
                Differences of less than 1 % of the units are left out (setting rate_shifts.least_points).
                """);
        assertThat(cli.run("shifts", "--from", "2025-04-12", "--model", "tesla sxm5")
                        .out())
                .startsWith("0 shifts in 0 series, 2025-04-12 to 2025-04-17;");
    }

    @Test
    void csvAndJson() {
        assertThat(cli.run("shifts", "--station", "fi", "--format", "csv").out())
                .startsWith("model,station,since,failed_before,judged_before,failed_after,judged_after,g,p\n"
                        + "Tesla SXM4,FI,2025-04-14,4,80,40,80,45.5480")
                .hasLineCount(2);
        JsonNode json = JsonMapper.shared().readTree(cli.run("--json", "shifts").out());
        assertThat(json.path("basis").asString()).isEqualTo("units by their first judged run at a station");
        assertThat(json.path("series").asInt()).isEqualTo(1);
        assertThat(json.path("shifts").path(0).path("words").asString()).isEqualTo(SHIFT);
        assertThat(json.path("shifts").path(0).path("p").isNumber()).isTrue();
    }

    @Test
    void fixturesAreThoseOfTheTestBoardLog_andWrongUseIsRefused() {
        assertThat(cli.run("shifts", "--of", "fixture,error_code", "--format", "csv")
                        .out())
                .isEqualTo(
                        "model,station,fixture,error_code,since,failed_before,judged_before,failed_after,judged_after,"
                                + "g,p\n");
        assertThat(cli.run("shifts", "--of", "colour").exitCode()).isEqualTo(2);
        assertThat(cli.run("shifts", "--from", "2025-04-12", "--to", "2025-04-11")
                        .err())
                .isEqualTo("yieldline: the range 2025-04-12 to 2025-04-11 ends before it starts\n");
    }

    @Test
    void withoutRecords_thereAreNoSeries() {
        Cli empty = new Cli(temp.resolve("empty"));
        empty.run("init");
        assertThat(empty.run("shifts").out()).startsWith("0 shifts in 0 series, all days;");
    }
}
