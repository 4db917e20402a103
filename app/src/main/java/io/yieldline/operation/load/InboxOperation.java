package io.yieldline.operation.load;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.ingest.ExportReport;
import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.ingest.Inbox;
import io.yieldline.ingest.InboxScan;
import io.yieldline.ingest.InboxScan.Waiting;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.operation.load.IngestOperation.Loaded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads the complete files in the inbox; loaded exports are removed, parked ones are moved to {@code parked/}.
 */
public final class InboxOperation implements Operation<InboxOperation.Parameters, InboxOperation.Taken> {
    /** The name of this operation. */
    public static final String NAME = "inbox";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Load the complete files in the inbox, and remove them from it.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Taken run(Parameters parameters, Context context) {
        Taken taken = take(parameters, context);
        return new Taken(taken.loaded().martsFollow(context), taken.waiting());
    }

    /** Loads, and leaves the marts to the steps that come after. */
    public static Taken take(Parameters parameters, Context context) {
        Instant now = context.clock().instant();
        Inbox inbox =
                parameters.inbox() == null ? Inbox.once(context.plant(), context.warehouse()) : parameters.inbox();
        InboxScan scan = inbox.scan(now);
        List<ExportReport> reports =
                context.ingest().load(scan.paths(), scan.growing(), null, context.runId(), context.progress());
        List<ExportReport> taken = reports.subList(reports.size() - scan.ready().size(), reports.size());
        List<Waiting> waiting = new ArrayList<>(scan.waiting());
        waiting.addAll(inbox.settle(scan.ready(), taken, now));
        return new Taken(Loaded.of(reports), waiting);
    }

    /**
     * The parameters.
     *
     * @param inbox a continuously scanned inbox; null for a single scan
     */
    public record Parameters(@Nullable Inbox inbox) {}

    /**
     * The result.
     *
     * @param loaded the result of each export; failed exports stay in the inbox and are retried
     * @param waiting files that stay in the inbox, and why
     */
    public record Taken(Loaded loaded, List<Waiting> waiting) implements Result {
        @Override
        public ExitCode exitCode() {
            return loaded.exitCode();
        }

        @Override
        public long rows() {
            return loaded.rows();
        }

        @Override
        public String summary() {
            String stays = waiting.isEmpty() ? "" : "; " + Counted.of(waiting.size(), "file") + " left in the inbox";
            return loaded.summary() + stays;
        }

        @Override
        public List<String> next() {
            List<String> next = new ArrayList<>(loaded.next());
            if (loaded.count(Outcome.FAILED) > 0) {
                next.add(NAME);
            }
            return next;
        }

        @Override
        public List<String> remarks() {
            List<String> remarks = new ArrayList<>(loaded.remarks());
            waiting.forEach(file -> remarks.add("Left in the inbox: " + file.file() + ": " + file.reason()));
            return remarks;
        }
    }
}
