package io.yieldline.operation.load;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.ingest.ExportReport;
import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.ingest.Ingest;
import io.yieldline.ingest.LoadCounts;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.operation.load.AggregateOperation.Aggregated;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Loads exports: files, and all exports in folders. */
public final class IngestOperation implements Operation<IngestOperation.Parameters, IngestOperation.Loaded> {
    /** The name of this operation. */
    public static final String NAME = "ingest";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Load exports: files, or all exports in folders.";

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
        return NAME + " FILE_OR_FOLDER...";
    }

    @Override
    public Loaded run(Parameters parameters, Context context) {
        ExportFiles files = ExportFiles.find(parameters.paths());
        files.skipped().forEach(skipped -> context.progress().note(skipped));
        Ingest ingest = context.ingest();
        return Loaded.of(
                ingest.load(files.exports(), parameters.rejectThresholdPercent(), context.runId(), context.progress()));
    }

    /**
     * What to load.
     *
     * @param paths files or folders
     * @param rejectThresholdPercent maximum percentage of rejected rows; null for the plant's setting
     */
    public record Parameters(List<Path> paths, @Nullable BigDecimal rejectThresholdPercent) {
        /** Refuses missing paths before a plant is opened. */
        public Parameters {
            paths.forEach(ExportFiles::requireThere);
        }
    }

    /**
     * The result of each export.
     *
     * @param marts what was rebuilt after them; null where the marts were left for later
     */
    public record Loaded(
            List<ExportReport> exports, @Nullable Aggregated marts) implements Result {
        static Loaded of(List<ExportReport> exports) {
            return new Loaded(exports, null);
        }

        /** Brings the marts up to date, where an export was loaded. */
        Loaded martsFollow(Context context) {
            return count(Outcome.LOADED) == 0 ? this : new Loaded(exports, AggregateOperation.recent(context));
        }

        /** Whether a mart could not follow: the records are kept, but the mart shows old numbers. */
        boolean martsBehind() {
            return marts != null && marts.behind();
        }

        @Override
        public ExitCode exitCode() {
            if (martsBehind()) {
                return ExitCode.FAILED;
            }
            long refused = count(Outcome.PARKED) + count(Outcome.FAILED);
            if (refused == 0) {
                return ExitCode.DONE;
            }
            return refused == exports.size() ? ExitCode.FAILED : ExitCode.PARTLY;
        }

        @Override
        public List<String> remarks() {
            return marts == null ? List.of() : marts.remarks();
        }

        @Override
        public List<String> next() {
            return count(Outcome.PARKED) == 0 ? List.of() : List.of("rejects --parked");
        }

        @Override
        public String summary() {
            return marts == null ? exportsSummary() : exportsSummary() + "; " + marts.summary();
        }

        private String exportsSummary() {
            return exports.isEmpty()
                    ? "no exports to load"
                    : String.format(
                            Locale.ROOT,
                            "%s loaded, %,d known, %,d parked%s: %s, %,d new, %,d duplicate, %,d revised%s, %,d rejected",
                            Counted.of(count(Outcome.LOADED), "export"),
                            count(Outcome.KNOWN),
                            count(Outcome.PARKED),
                            failed(),
                            Counted.of(total(LoadCounts::rows), "row"),
                            total(LoadCounts::added),
                            total(LoadCounts::duplicate),
                            total(LoadCounts::revised),
                            outdated(),
                            total(LoadCounts::rejected));
        }

        private String outdated() {
            long outdated = total(LoadCounts::outdated);
            return outdated == 0 ? "" : String.format(Locale.ROOT, ", %,d outdated", outdated);
        }

        /** Of a failed export nothing was kept, so it is not parked. */
        private String failed() {
            long failed = count(Outcome.FAILED);
            return failed == 0 ? "" : String.format(Locale.ROOT, ", %,d failed", failed);
        }

        @Override
        public long rows() {
            return total(LoadCounts::rows);
        }

        /** The number of exports with this outcome. */
        public long count(Outcome outcome) {
            return exports.stream()
                    .filter(export -> export.outcome() == outcome)
                    .count();
        }

        /** A count summed over the loaded exports. */
        public long total(ToLongFunction<LoadCounts> count) {
            return exports.stream()
                    .filter(export -> export.outcome() == Outcome.LOADED)
                    .map(ExportReport::counts)
                    .mapToLong(count)
                    .sum();
        }
    }
}
