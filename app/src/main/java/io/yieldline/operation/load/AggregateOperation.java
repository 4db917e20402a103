package io.yieldline.operation.load;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.mart.MartRefresh;
import io.yieldline.mart.SchemaDrift;
import io.yieldline.mart.Scope;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Rebuilt;
import io.yieldline.operation.Result;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Refreshes the marts from the master logs. */
public final class AggregateOperation
        implements Operation<AggregateOperation.Parameters, AggregateOperation.Aggregated> {
    /** The name of this operation. */
    public static final String NAME = "aggregate";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Bring the marts up to date with the master logs.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public String command() {
        return NAME + " [--mode recent|all] [--mart MART]";
    }

    @Override
    public Aggregated run(Parameters parameters, Context context) {
        MartRefresh refresh = context.refresh();
        List<Rebuilt> marts = refresh.refresh(parameters.scope(), parameters.marts(), context.progress()).stream()
                .map(mart -> Rebuilt.of(mart, context.errors()))
                .toList();
        Aggregated done = told(marts, SchemaDrift.of(context.parts()));
        return parameters.marts().isEmpty()
                ? done.with(
                        findings(context),
                        SnapshotOperation.afterRefresh(context).orElse(null))
                : done;
    }

    /**
     * Looks for findings after a change of the data. That they could not be looked for does not undo the change. Marts by name are steps
     * of more work, after which somebody looks.
     */
    public static Findings findings(Context context) {
        try {
            FindOperation.Looked looked = new FindOperation().run(new FindOperation.Parameters(null, null), context);
            return new Findings(looked.summary(), looked.remarks(), false);
        } catch (RuntimeException e) {
            String reason = "findings are as before: " + context.errors().explain(e);
            return new Findings(reason, List.of(reason), true);
        }
    }

    /** A mart whose table somebody dropped or altered looks up to date: nothing changed since it was built. */
    private static Aggregated told(List<Rebuilt> marts, List<SchemaDrift> drift) {
        Map<String, String> altered = drift.stream()
                .filter(change -> !change.foreign())
                .collect(Collectors.toMap(SchemaDrift::table, SchemaDrift::message, (first, next) -> first));
        List<Rebuilt> told = marts.stream()
                .map(mart -> altered.containsKey(mart.mart()) ? mart.failed(altered.get(mart.mart())) : mart)
                .toList();
        told.forEach(mart -> altered.remove(mart.mart()));
        return new Aggregated(told, altered.values().stream().sorted().toList(), null, null);
    }

    /** Rebuilds what is stale of all marts, as a part of another operation. */
    static Aggregated recent(Context context) {
        return new AggregateOperation().run(new Parameters(new Scope.Recent(), List.of()), context);
    }

    /**
     * What to aggregate.
     *
     * @param scope stale partitions, all, or a range
     * @param marts names of marts; empty for all
     */
    public record Parameters(Scope scope, List<String> marts) {}

    /**
     * What the look for findings came to.
     *
     * @param summary in one line
     * @param remarks what somebody should see
     * @param failed whether it could not be done
     */
    public record Findings(String summary, List<String> remarks, boolean failed) {}

    /**
     * The result of each mart.
     *
     * @param schema other tables and views that are missing or altered, each in one line
     * @param findings the look for findings after them; null if only marts were asked for
     * @param lake why the lake could not follow; null if it did
     */
    public record Aggregated(
            List<Rebuilt> marts,
            List<String> schema,
            @Nullable Findings findings,
            @Nullable String lake) implements Result {
        private Aggregated with(Findings found, @Nullable String unpublished) {
            return new Aggregated(marts, schema, found, unpublished);
        }

        /** Whether a mart could not follow the records. */
        boolean behind() {
            return marts.stream().anyMatch(mart -> mart.failure() != null);
        }

        @Override
        public ExitCode exitCode() {
            long failed = marts.stream().filter(mart -> mart.failure() != null).count();
            if (failed == 0) {
                return lake != null || findings != null && findings.failed() ? ExitCode.PARTLY : ExitCode.DONE;
            }
            return failed == marts.size() ? ExitCode.FAILED : ExitCode.PARTLY;
        }

        @Override
        public long rows() {
            return marts.stream().mapToLong(Rebuilt::inserted).sum();
        }

        @Override
        public String summary() {
            long rebuilt = marts.stream().filter(mart -> mart.partitions() > 0).count();
            long partitions = marts.stream().mapToLong(Rebuilt::partitions).sum();
            long failed = marts.stream().filter(mart -> mart.failure() != null).count();
            String failures = failed == 0 ? "" : "; " + Counted.of(failed, "mart") + " failed";
            return (rebuilt == 0 && failed == 0
                            ? "all marts are up to date"
                            : Counted.of(rebuilt, "mart") + " rebuilt, "
                                    + String.format(Locale.ROOT, "%,d days or weeks", partitions) + failures)
                    + (schema.isEmpty() ? "" : "; " + Counted.of(schema.size(), "table") + " missing or altered");
        }

        @Override
        public List<String> remarks() {
            return Stream.of(
                            marts.stream()
                                    .filter(mart -> mart.failure() != null)
                                    .map(mart -> mart.mart() + " is unchanged: " + mart.failure()),
                            schema.stream(),
                            Stream.ofNullable(findings).flatMap(found -> found.remarks().stream()),
                            Stream.ofNullable(lake))
                    .flatMap(lines -> lines)
                    .toList();
        }
    }
}
