package io.yieldline.operation;

import io.yieldline.mart.Scope;
import io.yieldline.operation.SequenceOperation.Step;
import io.yieldline.operation.SequenceOperation.Work;
import java.util.List;

/** The plant's daily and weekly schedule. */
public final class Sequences {
    private static final String LOAD = "load exports";

    private Sequences() {}

    /**
     * Every working day: load what came, then all marts, then the checks. Weekly marts too: rebuilding the weeks that changed
     * takes less than a second, and nobody has to know which numbers are of last Saturday.
     */
    public static SequenceOperation daily() {
        return new SequenceOperation(
                "daily",
                List.of(
                        new Step(LOAD, List.of(), Sequences::ingest),
                        marts("daily yields", "station_yield_daily", "unit_first_pass_daily", "p_chart_daily"),
                        marts("weekly yields", "station_yield_weekly", "first_pass_weekly", "week_starters"),
                        marts("packing and sort tests", "packing_daily", "sort_test_daily"),
                        marts("hourly output", "station_hourly"),
                        marts("test boards", "testboard_station_daily", "fixture_daily", "failure_daily"),
                        check("duplicates", List.of(LOAD)),
                        check("counts", List.of(LOAD)),
                        otherChecks("duplicates", "counts")));
    }

    /** Saturdays: load what came, then everything by week, the daily tables that the week is read with, then all checks. */
    public static SequenceOperation weekly() {
        return new SequenceOperation(
                "weekly",
                List.of(
                        new Step(LOAD, List.of(), Sequences::ingest),
                        marts("weekly yields", "station_yield_weekly", "first_pass_weekly", "week_starters"),
                        marts("daily yields", "station_yield_daily", "unit_first_pass_daily", "p_chart_daily"),
                        marts("packing and sort tests", "packing_daily", "sort_test_daily"),
                        marts("hourly output", "station_hourly"),
                        marts("test boards", "testboard_station_daily", "fixture_daily", "failure_daily"),
                        check("duplicates", List.of(LOAD)),
                        check("counts", List.of(LOAD)),
                        check("availability", List.of(LOAD)),
                        check("schema", List.of()),
                        otherChecks("duplicates", "counts", "availability", "schema")));
    }

    private static Result ingest(SequenceOperation.Parameters parameters, Context context) {
        if (parameters.paths().isEmpty()) {
            return InboxOperation.take(new InboxOperation.Parameters(null), context);
        }
        return new IngestOperation().run(new IngestOperation.Parameters(parameters.paths(), null), context);
    }

    private static Step marts(String name, String... marts) {
        Work work = (parameters, context) -> new AggregateOperation()
                .run(new AggregateOperation.Parameters(new Scope.Recent(), List.of(marts)), context);
        return new Step(name, List.of(LOAD), work);
    }

    private static Step check(String check, List<String> needs) {
        return new Step("check " + check, needs, (parameters, context) -> CheckOperation.step(List.of(check), context));
    }

    private static Step otherChecks(String... done) {
        return new Step(
                "other checks", List.of(LOAD), (parameters, context) -> CheckOperation.others(List.of(done), context));
    }
}
