package io.yieldline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.ExitCode;
import io.yieldline.operation.ask.StatusOperation;
import io.yieldline.operation.change.CleanOperation;
import io.yieldline.operation.load.AggregateOperation.Aggregated;
import io.yieldline.operation.watch.AlertOperation;
import io.yieldline.operation.watch.CheckOperation;
import io.yieldline.operation.watch.CheckOperation.Checked;
import io.yieldline.operation.watch.DoctorOperation;
import io.yieldline.operation.watch.ReportOperation;
import io.yieldline.operation.watch.ReportOperation.Reported;
import io.yieldline.operation.watch.ReportOperation.What;
import io.yieldline.operation.watch.ScoreOperation;
import io.yieldline.quality.CheckReport.Outcome;
import io.yieldline.quality.Checks;
import io.yieldline.quality.Finding;
import io.yieldline.warehouse.Engine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever somebody changes in the database by hand is found, told until it is repaired, and repaired, on every engine. */
abstract class HandChangesContract extends RecoverySuite {
    private static final LocalDate OTHER_DAY = LocalDate.of(2025, 3, 27);

    HandChangesContract(Engine engine) {
        super(engine);
    }

    @Test
    void duplicatesStayAnAlertUntilAllDaysAreCheckedAgain() {
        spoil(dropKey());
        spoil(
                "insert into workstation_master_log select * from workstation_master_log where identity in"
                        + " (select identity from workstation_master_log where day = date '2025-03-26' order by identity limit 3)");
        assertThat(checkAll().exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
        alert();
        assertThat(alerts()).containsExactly("check_failed,duplicates,the check duplicates failed");

        String report = report();

        alert();
        assertThat(alerts()).containsExactly("check_failed,duplicates,the check duplicates failed");
        assertThat(plant.ask(new StatusOperation(), new StatusOperation.Parameters(false))
                        .failedChecks())
                .contains("duplicates failed on 2025-06-02 08:00");
        assertThat(score()).isLessThan(new BigDecimal(100));
        assertThat(report.replaceAll("\\s+", " "))
                .contains("2 of 3 checks of the day passed; over all days: counts failed, duplicates failed");
        assertThat(report)
                .containsPattern("duplicates +passed +No event appears twice in a master log\n")
                .containsPattern("duplicates +failed +1 finding +2025-06-02 08:00 +0 minutes\n");

        plant.run(new CleanOperation(), new CleanOperation.Parameters(CleanOperation.What.DUPLICATES, false));
        alert();
        assertThat(alerts()).hasSize(1);
        assertThat(checkAll().exitCode()).isEqualTo(ExitCode.DONE);
        alert();
        assertThat(alerts()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> whatWasDroppedIsNamedAndRepaired() {
        Map<String, List<String>> marts = plant.marts();
        return Stream.of(
                        "table packing_daily",
                        "table station_yield_weekly",
                        "table unit_station",
                        "table rule_focused_station",
                        "view rolled_yield",
                        "view etl_v2.daily_tpy_metrics")
                .map(dropped -> DynamicTest.dynamicTest(dropped, () -> repaired(dropped, marts)));
    }

    /** Every look names it with the command that repairs it; then all is as before. */
    private void repaired(String dropped, Map<String, List<String>> marts) {
        String name = dropped.replaceFirst("\\w+ ", "");
        String message = name + " is missing; repair it with: yieldline clean schema";
        spoil("drop " + dropped + " cascade");

        assertThat(check("schema").checks().get(0).findings())
                .extracting(Finding::message)
                .contains(message);
        assertThat(plant.ask(new StatusOperation(), new StatusOperation.Parameters(false))
                        .schema())
                .contains(message);
        Aggregated aggregated = plant.refresh();
        assertThat(aggregated.remarks()).anyMatch(remark -> remark.endsWith(message));
        assertThat(aggregated.summary()).isNotEqualTo("all marts are up to date");
        assertThat(plant.ask(new DoctorOperation(), new DoctorOperation.Parameters(true))
                        .diagnosis()
                        .firstBroken())
                .hasValueSatisfying(link -> assertThat(link.link()).isEqualTo("schema"))
                .hasValueSatisfying(link -> assertThat(link.details()).contains(message));
        assertThat(plant.ask(new CleanOperation(), new CleanOperation.Parameters(CleanOperation.What.SCHEMA, true))
                        .steps())
                .anyMatch(step -> step.startsWith(name + ": create it again"));

        plant.run(new CleanOperation(), new CleanOperation.Parameters(CleanOperation.What.SCHEMA, false));

        assertThat(check("schema", "counts").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(plant.marts()).isEqualTo(marts);
        assertThat(plant.refresh().summary()).isEqualTo("all marts are up to date");
    }

    /** What the program needs to open a plant: only an open plant can say what is missing. */
    @TestFactory
    Stream<DynamicTest> aPlantOpensWithoutATableAndIsRepaired() {
        Map<String, List<String>> marts = plant.marts();
        return Stream.of(
                        "drop table setting cascade",
                        "drop table mart_state cascade",
                        "drop table workstation_master_log cascade",
                        dropColumn("testboard_master_log", "identity"),
                        "alter table unit_first_pass_daily alter column passed_any type text")
                .map(change -> DynamicTest.dynamicTest(change, () -> {
                    String table = change.split(" ")[2];
                    spoil(change);
                    plant.reopen();
                    assertThat(check("schema").checks().get(0).findings())
                            .extracting(Finding::message)
                            .anyMatch(message -> message.startsWith(table)
                                    && message.endsWith("; repair it with: yieldline clean schema"));
                    plant.run(new CleanOperation(), new CleanOperation.Parameters(CleanOperation.What.SCHEMA, false));
                    plant.reopen();
                    assertThat(check("schema", "counts").exitCode()).isEqualTo(ExitCode.DONE);
                    assertThat(plant.marts()).isEqualTo(marts);
                }));
    }

    @Test
    void aCheckThatCannotRunHidesNoOther() {
        spoil("drop table export cascade");
        Checked checked = check();
        assertThat(checked.checks()).hasSize(Checks.builtIn().all().size());
        assertThat(checked.checks().get(0).check()).isEqualTo("schema");
        assertThat(checked.checks().get(0).findings())
                .extracting(Finding::message)
                .contains("export is missing; repair it with: yieldline clean schema");
        assertThat(checked.checks())
                .filteredOn(report -> report.check().equals("counts"))
                .satisfiesExactly(report -> {
                    assertThat(report.outcome()).isEqualTo(Outcome.COULD_NOT_RUN);
                    assertThat(report.findings().get(0).message())
                            .startsWith("the check could not run: a table or column of the database is missing (")
                            .contains(
                                    "); find it with: yieldline check schema; repair it with: yieldline clean schema");
                });
        assertThat(checked.checks())
                .filteredOn(report -> report.check().equals("end_before_start"))
                .allMatch(report -> report.outcome() == Outcome.PASSED);
        assertThat(checked.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(checked.summary()).contains("could not run (counts, archive");
    }

    private Checked checkAll() {
        return plant.run(new CheckOperation(), CheckOperation.Parameters.all());
    }

    private void alert() {
        plant.run(new AlertOperation(), new AlertOperation.Parameters(false));
    }

    private List<String> alerts() {
        return plant.lines("select rule, cause, title from alert where resolved_at is null and rule = 'check_failed'"
                + " and cause = 'duplicates'");
    }

    private BigDecimal score() {
        return Objects.requireNonNull(plant.ask(new ScoreOperation(), new ScoreOperation.Parameters())
                .score()
                .points());
    }

    private String report() {
        Reported reported = plant.run(
                new ReportOperation(),
                new ReportOperation.Parameters(What.DAILY, OTHER_DAY, null, null, null, false, 1));
        return Objects.requireNonNull(reported.page()).text();
    }

    private void spoil(String statement) {
        plant.warehouse().writeAll(session -> session.execute(statement));
    }

    /** PostgreSQL keeps a column that views read unless they go with it. */
    private String dropColumn(String table, String column) {
        return "alter table " + table + " drop column " + column + (engine == Engine.POSTGRES ? " cascade" : "");
    }
}
