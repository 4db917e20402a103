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

/** Two days at FI: the yield of both part numbers rises, and that of the station falls, because more of the harder one is made. */
class ChangeCommandTest {
    private static final String DAYS = "Before: 2025-04-14; after: 2025-04-15.\n";

    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void load() {
        cli = new Cli(temp.resolve("plant"));
        cli.run("init");
        List<String> rows = new ArrayList<>();
        add(rows, "2025-04-14", "EASY", 9, 1);
        add(rows, "2025-04-14", "HARD", 1, 1);
        add(rows, "2025-04-15", "EASY", 2, 0);
        add(rows, "2025-04-15", "HARD", 7, 3);
        rows.add(TinyExport.row("1724999", "SCRAP", "2025-04-15 10:00:00", "Fail"));
        cli.run(
                "ingest",
                TinyExport.write(temp.resolve("fi.csv"), rows.toArray(String[]::new))
                        .toString());
    }

    private static void add(List<String> rows, String day, String part, int passed, int failed) {
        for (int i = 0; i < passed + failed; i++) {
            String end = day + " 08:00:%02d".formatted(i);
            String row = TinyExport.row("17" + part + rows.size(), "FI", end, i < passed ? "Pass" : "Fail");
            rows.add(row.replace(",692-1,", "," + part + ","));
        }
    }

    @Test
    void withoutAStation_eachStationIsALine() {
        assertThat(cli.run("change", "--after", "2025-04-15").out()).isEqualTo(DAYS + """
                station  before         after          change  mix     rate    new  gone
                FI       83.33 % of 12  75.00 % of 12  -8.33   -23.33  +15.00  0    0
                SCRAP    n/a            0.00 % of 1

                All together without SCRAP: 83.33 % of 12 before, 75.00 % of 12 after; -8.33 points, by the stations: mix 0, rate -8.33, new 0, gone 0.
                """);
        Cli.Ran csv = cli.run("change", "--after", "2025-04-15", "--format", "csv");
        assertThat(csv.out())
                .startsWith(
                        "station,yield_before,yield_after,change,mix,rate,new,gone\n"
                                + "FI,0.833333333333,0.750000000000,-0.083333333333,-0.233333333333,0.150000000000,0.000000000000,0.0000")
                .hasLineCount(2);
        assertThat(csv.err()).isEqualTo("left out, because only one of the periods has judged records: SCRAP\n");
    }

    @Test
    void withAStation_eachGroupIsALine() {
        assertThat(cli.run("change", "--after", "2025-04-15", "--station", "FI", "--by", "part_number")
                        .out())
                .startsWith(DAYS + "part_number  before         after          change  mix     rate    new  gone\n")
                .contains("HARD         50.00 % of 2   70.00 % of 10")
                .endsWith("; -8.33 points, by the groups: mix -23.33, rate +15.00, new 0, gone 0.\n");
        assertThat(cli.run("change", "--after", "2025-04-15", "--station", "fi", "--format", "csv")
                        .out()
                        .lines())
                .first()
                .isEqualTo(
                        "station,model,part_number,passed_before,judged_before,passed_after,judged_after,mix,rate,new,gone");
    }

    @Test
    void rolledYieldAndJson() {
        assertThat(cli.run("change", "--after", "2025-04-15", "--rolled").out()).isEqualTo(DAYS + """
                station  points
                FI       -8.33

                Rolled yield: 83.33 % before, 75.00 % after, -8.33 points.
                """);
        JsonNode json = JsonMapper.shared()
                .readTree(cli.run("--json", "change", "--after", "2025-04-15", "--by", "hour,weekday")
                        .out());
        assertThat(json.path("notCompared").path(0).asString()).isEqualTo("SCRAP");
        assertThat(json.path("groups").path(0).path("hour").asString()).isEqualTo("8");
        assertThat(json.path("whole").path(0).path("change").isNumber()).isTrue();
    }

    @Test
    void sameWeekdays_areComparedWithThoseOfTheFourWeeksBefore() {
        assertThat(cli.run("change", "--after", "2025-04-15", "--same-weekdays").out())
                .startsWith("Before: 2025-03-18 to 2025-04-14, only TUE; after: 2025-04-15, only TUE.\n");
        assertThat(cli.run("change", "--after", "2025-01-15").out()).endsWith("no judged records\n");
    }

    @Test
    void fixturesAreThoseOfTheTestBoardLog_andWrongUseIsRefused() {
        assertThat(cli.run("change", "--after", "2025-04-15", "--by", "fixture").out())
                .endsWith("no judged records\n");
        assertThat(cli.run("change", "--after", "2025-04-15", "--by", "fixture,flow")
                        .err())
                .isEqualTo(
                        "yieldline: fixtures are in the test-board log, flows in the workstation log: ask for one of them\n");
        assertThat(cli.run("change", "--after", "april").err())
                .contains("\"april\" is not a valid period; write it as ");
        assertThat(cli.run("change", "--after", "2025-04-15", "--by", "colour").exitCode())
                .isEqualTo(2);
        assertThat(cli.run("change").exitCode()).isEqualTo(2);
    }
}
