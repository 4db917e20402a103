package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A day at FLA: 7 of 12 units fail on the fixture BAD, 1 of 40 on GOOD, none of 3 on FEW. Of the seven, three are booked at repair and
 * pass on GOOD, one is repaired and passes there, one fails again on BAD, and two are not tested again.
 */
class SuspectsCommandTest {
    private static final String[] DAY = {"--day", "2025-04-15"};

    @TempDir
    Path temp;

    private final List<String> tests = new ArrayList<>();
    private Cli cli;

    @BeforeEach
    void load() throws IOException {
        cli = new Cli(temp.resolve("plant"));
        cli.run("init");
        units("BAD", 7, 5);
        units("GOOD", 1, 39);
        units("FEW", 0, 3);
        for (int unit = 0; unit < 4; unit++) {
            test("BAD" + unit, "GOOD", "22:00", "22:01", "Pass");
        }
        test("BAD4", "BAD", "22:00", "22:02", "Fail");
        Path testboard = Files.writeString(
                temp.resolve("testboard.csv"),
                "SN,PN,Model,Work station process,Workstation Name,History station start time,History station end time,"
                        + "History station passing status,Failure reasons,Fixture No\n"
                        + String.join("\n", tests) + "\n");
        Path workstation = TinyExport.write(
                temp.resolve("workstation.csv"),
                repair("BAD0", "09:00:00", "09:00:30"),
                repair("BAD1", "09:00:00", "09:00:30"),
                repair("BAD2", "09:00:00", "09:00:30"),
                repair("BAD3", "09:00:00", "09:10:00"));
        cli.run("ingest", testboard.toString(), workstation.toString());
    }

    private void units(String fixture, int failed, int passed) {
        for (int unit = 0; unit < failed + passed; unit++) {
            test(fixture + unit, fixture, "20:45", "20:46", unit < failed ? "Fail" : "Pass");
        }
    }

    /** In China time: 12 hours before plant time. */
    private void test(String unit, String fixture, String start, String end, String status) {
        String reason = status.equals("Fail") ? "EC665" : "";
        tests.add("17%s,692-1,Tesla SXM4,FINAL,FLA,2025-04-15 %s:00,2025-04-15 %s:00,%s,%s,%s"
                .formatted(unit, start, end, status, reason, fixture));
    }

    private static String repair(String unit, String start, String end) {
        return "17%s,692-1,FLA_REPAIR,2025-04-15 %s,2025-04-15 %s,NC,Tesla SXM4,Pass".formatted(unit, start, end);
    }

    private Cli.Ran run(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(DAY));
        arguments.addAll(List.of(more));
        return cli.run(arguments.toArray(String[]::new));
    }

    @Test
    void suspectsAreNamedWithWhatTheyAreComparedWith() {
        assertThat(run("suspects").out()).isEqualTo("""
                test-board log, 2025-04-15: 55 first judged runs of units at a station, 8 failed.
                fixture  units  failed  expected  times  95 % interval  p-value  suspect
                BAD         12       7  1.75      4.0    1.6 to 8.3     3e-05    yes
                GOOD        40       1  5.82      0.2    0.0 to 1.0     1.0000

                1 of 2 fixtures fail more units than expected from units of the same station, model and part number.
                False alarms: on average at most 5 % of the suspects; without a bad one, at most 1 list in 20 names any.
                Not judged: 1 with fewer than 10 units.
                """);
        Cli.Ran csv = run("suspects", "--format", "csv");
        assertThat(csv.out()).isEqualTo("""
                fixture,units,failed,expected,p_value,suspect
                BAD,12,7,1.745455,2.837710e-05,yes
                GOOD,40,1,5.818182,9.999947e-01,no
                """);
        assertThat(csv.err()).isEqualTo("left out, with fewer than 10 units: 1 row\n");
    }

    @Test
    void jsonHasEverybody_andTheStrataOfSuspects() {
        JsonNode json =
                JsonMapper.shared().readTree(run("suspects", "--format", "json").out());
        assertThat(json.path("units").asInt()).isEqualTo(55);
        assertThat(json.path("judged").asInt()).isEqualTo(2);
        assertThat(json.path("falseShare").asDouble()).isEqualTo(0.05);
        assertThat(json.path("stratum").asString()).isEqualTo("station, model and part number");
        assertThat(json.path("suspects").size()).isEqualTo(3);
        assertThat(json.path("suspects").path(2).path("p_value").isNull()).isTrue();
        assertThat(json.path("suspects").path(0).path("ratio_from").isNumber()).isTrue();
        assertThat(json.path("strata").size()).isEqualTo(1);
        assertThat(json.path("strata").path(0).path("stratum_failed").asInt()).isEqualTo(8);
    }

    @Test
    void otherSubjects_andWrongUse() {
        assertThat(run("suspects", "--of", "error_code", "--format", "csv").out())
                .startsWith("error_code,fixture,units,failed,expected,p_value,suspect\nEC665,BAD,12,7,");
        assertThat(run("suspects", "--of", "operator").out()).endsWith("nothing to judge: no operator has 10 units\n");
        assertThat(cli.run("suspects", "--from", "2025-04-15").err())
                .isEqualTo("yieldline: which days? Give --from and --to, --day or --week\n");
        assertThat(run("suspects", "--of", "colour").exitCode()).isEqualTo(2);
    }

    @Test
    void retestsTellFixtureFromBoard_andWhatRepeatsTake() {
        assertThat(run("retests").out()).isEqualTo("""
                2025-04-15: of 55 first judged runs of units at a test-board station, 8 failed.
                Their next run there: 4 without a repair in between, of which 3 (75.00 %) passed; 1 after a repair, 1 (100.00 %) passed; 3 none yet.

                BAD: undecided. 3 of 3 retests on other fixtures without a repair passed, 3.0 expected.

                error code  failed  retested  passed       repaired  repeats  repeat minutes
                EC665            8         4  3 (75.00 %)         1        5             6.0

                station  failed  retested  passed       repaired  repeats  repeat minutes  of its run time
                FLA           8         4  3 (75.00 %)         1        5             6.0  9.84 %
                """);
        assertThat(run("retests", "--format", "csv").out()).isEqualTo("""
                fixture,units,failed_first,retested_same_fixture,passed_same_fixture,retested_other_fixture,passed_other_fixture,not_retested,repaired_same_fixture,repaired_passed_same_fixture,repaired_other_fixture,repaired_passed_other_fixture,expected_passed_other,p_fixture,p_board,verdict,repeats,repeat_minutes,repeat_cost
                BAD,12,7,1,0,4,4,2,0,0,1,1,3.000000,1.000000e+00,1.000000e+00,undecided,5,6.0,
                FEW,3,0,0,0,0,0,0,0,0,0,0,,,,,0,0.0,
                GOOD,40,1,0,0,0,0,1,0,0,0,0,,,,,0,0.0,
                """);
        assertThat(run("retests", "--by", "station", "--format", "csv").out()).isEqualTo("""
                station,units,failed_first,retested,passed,pass_share,repaired,repaired_passed,not_retested,repeats,repeat_minutes,repeat_cost,run_minutes,repeat_share
                FLA,55,8,4,3,0.750000000000,1,1,3,5,6.0,,61.0,0.098360655738
                """);
        assertThat(cli.run("retests", "--day", "2025-04-16").out())
                .isEqualTo("2025-04-16: of 0 first judged runs of units at a test-board station, 0 failed.\n");
    }

    @Test
    void settingsSayWhatARepairIs_andWhatAnHourCosts() throws IOException {
        Path settings = temp.resolve("plant/yieldline.yaml");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replace("  # cost_per_hour: 40", "  cost_per_hour: 60")
                        .replace("least_repair_seconds: 60", "least_repair_seconds: 0"));
        JsonNode json =
                JsonMapper.shared().readTree(run("retests", "--format", "json").out());
        assertThat(json.path("stations").path(0).path("repeat_cost").asDouble()).isEqualTo(6);
        assertThat(json.path("stations").path(0).path("repaired").asInt()).isEqualTo(4);
        Files.writeString(settings, Files.readString(settings).replace("cost_per_hour: 60", "cost_per_hour: -1"));
        assertThat(run("retests").err()).contains("\"-1\" is less than 0");
    }
}
