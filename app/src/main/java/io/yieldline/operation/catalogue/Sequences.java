package io.yieldline.operation.catalogue;

import io.yieldline.mart.Marts;
import io.yieldline.mart.RefreshStep;
import io.yieldline.mart.Scope;
import io.yieldline.operation.Context;
import io.yieldline.operation.Result;
import io.yieldline.operation.catalogue.SequenceOperation.Step;
import io.yieldline.operation.catalogue.SequenceOperation.Work;
import io.yieldline.operation.load.AggregateOperation;
import io.yieldline.operation.load.FindOperation;
import io.yieldline.operation.load.InboxOperation;
import io.yieldline.operation.load.IngestOperation;
import io.yieldline.operation.load.SnapshotOperation;
import io.yieldline.operation.watch.CheckOperation;
import java.util.List;
import java.util.stream.Stream;

/** The daily and weekly sequences. */
public final class Sequences {
    /** The name of the daily sequence. */
    public static final String DAILY = "daily";

    /** The purpose of the daily sequence. */
    public static final String DAILY_PURPOSE =
            "Run the daily sequence: load exports, refresh the marts, run the checks.";

    /** The name of the weekly sequence. */
    public static final String WEEKLY = "weekly";

    /** The purpose of the weekly sequence. */
    public static final String WEEKLY_PURPOSE =
            "Run the weekly sequence: load exports, refresh all marts, run all checks.";

    private static final String LOAD = "load exports";

    private static final String FINDINGS = "findings";

    private Sequences() {}

    /**
     * Every working day: load exports, refresh all marts, run the checks. Includes weekly marts: rebuilding changed weeks
     * takes less than a second, and no number is from last Saturday.
     */
    public static SequenceOperation daily() {
        return new SequenceOperation(
                DAILY,
                DAILY_PURPOSE,
                context -> steps(
                        context,
                        marts(context, Stream.of(RefreshStep.values())),
                        Stream.of(
                                check("duplicates", List.of(LOAD)),
                                check("counts", List.of(LOAD)),
                                otherChecks("duplicates", "counts"))));
    }

    /** Saturdays: load exports, refresh weekly marts and related daily marts, run all checks. */
    public static SequenceOperation weekly() {
        return new SequenceOperation(
                WEEKLY,
                WEEKLY_PURPOSE,
                context -> steps(
                        context,
                        marts(
                                context,
                                Stream.concat(
                                        Stream.of(RefreshStep.WEEKLY_YIELDS),
                                        Stream.of(RefreshStep.values())
                                                .filter(step -> step != RefreshStep.WEEKLY_YIELDS))),
                        Stream.of(
                                check("duplicates", List.of(LOAD)),
                                check("counts", List.of(LOAD)),
                                check("availability", List.of(LOAD)),
                                check("schema", List.of()),
                                otherChecks("duplicates", "counts", "availability", "schema"))));
    }

    private static List<Step> steps(Context context, Stream<Step> marts, Stream<Step> checks) {
        Stream<Step> load = Stream.of(new Step(LOAD, List.of(), Sequences::ingest));
        Stream<Step> findings = Stream.of(new Step(FINDINGS, List.of(LOAD), Sequences::find));
        Stream<Step> snapshot = Stream.of(new Step(SnapshotOperation.NAME, List.of(LOAD), Sequences::snapshot))
                .filter(step -> context.snapshots().settings().afterRefresh());
        return Stream.of(load, marts, findings, snapshot, checks)
                .flatMap(steps -> steps)
                .toList();
    }

    private static Result ingest(SequenceOperation.Parameters parameters, Context context) {
        if (parameters.paths().isEmpty()) {
            return InboxOperation.take(new InboxOperation.Parameters(null), context);
        }
        return new IngestOperation().run(new IngestOperation.Parameters(parameters.paths(), null), context);
    }

    private static Result find(SequenceOperation.Parameters parameters, Context context) {
        return new FindOperation().run(new FindOperation.Parameters(null, null), context);
    }

    private static Result snapshot(SequenceOperation.Parameters parameters, Context context) {
        return new SnapshotOperation().run(new SnapshotOperation.Parameters(), context);
    }

    private static Stream<Step> marts(Context context, Stream<RefreshStep> steps) {
        Marts marts = context.marts();
        return steps.filter(step -> !marts.of(step).isEmpty()).map(step -> step(step, marts.of(step)));
    }

    private static Step step(RefreshStep step, List<String> names) {
        Work work = (parameters, context) ->
                new AggregateOperation().run(new AggregateOperation.Parameters(new Scope.Recent(), names), context);
        return new Step(step.label(), List.of(LOAD), work);
    }

    private static Step check(String check, List<String> needs) {
        return new Step("check " + check, needs, (parameters, context) -> CheckOperation.step(List.of(check), context));
    }

    private static Step otherChecks(String... done) {
        return new Step(
                "other checks", List.of(LOAD), (parameters, context) -> CheckOperation.others(List.of(done), context));
    }
}
