package io.yieldline.operation.change;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.backup.Emptying;
import io.yieldline.ingest.ExportReport;
import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.ingest.Reloadable;
import io.yieldline.mart.Refreshed;
import io.yieldline.mart.Scope;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Rebuilt;
import io.yieldline.operation.Result;
import io.yieldline.operation.load.AggregateOperation;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rebuilds all data from the archive. If killed, it is completed by the next rebuild or ingest. */
public final class RebuildOperation implements Operation<RebuildOperation.Parameters, RebuildOperation.Done> {
    /** The name of this operation. */
    public static final String NAME = "rebuild";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Rebuild all data from the archive.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Done run(Parameters parameters, Context context) {
        refuseHalfAnArchive(parameters, context);
        List<Vanishing> vanishing = Vanishing.of(context);
        if (parameters.dryRun()) {
            return Done.planned(reloadable(context).all().size(), vanishing);
        }
        refuseLoss(vanishing, parameters);
        context.ingest().repairReceipts(context.progress());
        refuseHalfAnArchive(parameters, context);
        List<ExportReport> exports = new ArrayList<>();
        List<Refreshed> marts = new ArrayList<>();
        Emptying emptying = new Emptying(context.marts(), () -> {
            context.prepare();
            exports.addAll(context.ingest().reload(context.runId(), context.progress()));
            marts.addAll(context.refresh().refresh(new Scope.All(), List.of(), context.progress()));
        });
        long run = Objects.requireNonNull(context.runId());
        String backup = context.undoableChange().make(emptying, "rebuild", run).backup();
        return new Done(
                exports,
                marts.stream().map(mart -> Rebuilt.of(mart, context.errors())).toList(),
                backup,
                run,
                vanishing,
                0,
                AggregateOperation.findings(context).remarks());
    }

    /** A database that knows more than archive and receipts is perhaps the one of another plant. */
    private static void refuseLoss(List<Vanishing> vanishing, Parameters parameters) {
        if (!parameters.lossMeant() && vanishing.stream().anyMatch(Vanishing::many)) {
            throw new UserError("a rebuild would lose " + lost(vanishing)
                    + ", because their exports are in neither archive nor receipts; nothing was changed; load the exports"
                    + " first, or, if the loss is meant, add --yes --reason TEXT");
        }
    }

    private static String lost(List<Vanishing> vanishing) {
        return vanishing.stream()
                .filter(feed -> feed.vanishing() > 0)
                .map(Vanishing::toString)
                .collect(Collectors.joining(", "));
    }

    private static void refuseHalfAnArchive(Parameters parameters, Context context) {
        refuseHalfAnArchive(parameters, reloadable(context));
    }

    /** Refuses a rebuild that would lose exports, for a plant whose embedded database is damaged. */
    public static void refuseHalfAnArchive(Parameters parameters, Plant plant) {
        refuseHalfAnArchive(parameters, Reloadable.of(plant.home(), Engine.DUCKDB));
    }

    private static void refuseHalfAnArchive(Parameters parameters, Reloadable reloadable) {
        List<String> missing = reloadable.missingFromArchive();
        if (!parameters.lossMeant() && !missing.isEmpty()) {
            throw new UserError(
                    "the archive lacks " + Counted.of(missing.size(), "loaded export") + ", first " + missing.get(0)
                            + "; nothing was changed; load the same files again, or restore a backup, see: yieldline backups");
        }
    }

    /** What a rebuild would load, for a plant whose embedded database is damaged; what it would lose cannot be counted then. */
    public static Done planned(Plant plant) {
        return Done.planned(Reloadable.of(plant.home(), Engine.DUCKDB).all().size(), List.of());
    }

    private static Reloadable reloadable(Context context) {
        return Reloadable.of(context.plant().home(), context.warehouse().engine());
    }

    /**
     * The parameters.
     *
     * @param dryRun only count what would be lost
     * @param lossMeant whether a loss of records is confirmed, with a reason in the run log
     */
    public record Parameters(boolean dryRun, boolean lossMeant) {
        /** A rebuild that loses nothing. */
        public Parameters() {
            this(false, false);
        }
    }

    /**
     * The result of a rebuild.
     *
     * @param backup the backup taken before; null if there was no data
     * @param run the run to undo; null for a dry run
     * @param vanishing for each feed, the records before and those that no reloadable export has
     * @param planned exports that a dry run would load
     * @param remarks what somebody should see beside it, such as findings that ended with their data
     */
    public record Done(
            List<ExportReport> exports,
            List<Rebuilt> marts,
            @Nullable String backup,
            @Nullable Long run,
            List<Vanishing> vanishing,
            int planned,
            List<String> remarks)
            implements Result {
        static Done planned(int exports, List<Vanishing> vanishing) {
            return new Done(List.of(), List.of(), null, null, vanishing, exports, List.of());
        }

        @Override
        public ExitCode exitCode() {
            boolean whole = exports.stream().noneMatch(export -> export.outcome() == Outcome.FAILED)
                    && marts.stream().allMatch(mart -> mart.failure() == null);
            return whole ? ExitCode.DONE : ExitCode.PARTLY;
        }

        @Override
        public long rows() {
            return exports.stream().mapToLong(export -> export.counts().rows()).sum();
        }

        @Override
        public String summary() {
            if (run == null) {
                String lost = lost(vanishing);
                String loss = vanishing.isEmpty()
                        ? "what would be lost cannot be counted"
                        : lost.isEmpty() ? "no record would be lost" : lost + " would be lost";
                return Counted.of(planned, "export") + " would be loaded again from the archive; "
                        + loss
                        + "; nothing was changed";
            }
            return String.format(
                    Locale.ROOT,
                    "%s loaded again from the archive, %,d parked, %,d failed: %s; %s rebuilt%s",
                    Counted.of(count(Outcome.LOADED), "export"),
                    count(Outcome.PARKED),
                    count(Outcome.FAILED),
                    Counted.of(rows(), "row"),
                    Counted.of(marts.size(), "mart"),
                    backup == null ? "" : "; undo with: undo " + run);
        }

        private long count(Outcome outcome) {
            return exports.stream()
                    .filter(export -> export.outcome() == outcome)
                    .count();
        }
    }
}
