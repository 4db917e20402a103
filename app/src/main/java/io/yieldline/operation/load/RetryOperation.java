package io.yieldline.operation.load;

import io.yieldline.ingest.Ledger;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.load.IngestOperation.Loaded;
import io.yieldline.warehouse.Session;
import java.util.List;
import java.util.Map;

/** Loads parked exports again from the archive, after a change of feeds, rules or thresholds. */
public final class RetryOperation implements Operation<RetryOperation.Parameters, Loaded> {
    /** The name of this operation. */
    public static final String NAME = "retry";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Load parked exports again from the archive.";

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
        return NAME + " [EXPORT...]";
    }

    @Override
    public Loaded run(Parameters parameters, Context context) {
        Map<String, String> exports = context.warehouse().read(session -> exports(parameters, session));
        if (exports.isEmpty()) {
            context.progress().note("no export is parked");
        }
        return Loaded.of(context.ingest()
                        .retry(exports, !parameters.exports().isEmpty(), context.runId(), context.progress()))
                .martsFollow(context);
    }

    /** Refuses unknown exports before anything is started. */
    public static void requireKnown(Parameters parameters, Context context) {
        context.warehouse().read(session -> exports(parameters, session));
    }

    /** Includes exports that were loaded meanwhile, which are reported as known. */
    private static Map<String, String> exports(Parameters parameters, Session session) {
        if (parameters.exports().isEmpty()) {
            return Ledger.parked(session);
        }
        return NamedExports.of(parameters.exports(), session);
    }

    /**
     * The parameters.
     *
     * @param exports their numbers or SHA-256, which stays when a number changes; empty for all parked exports
     */
    public record Parameters(List<String> exports) {
        /** Refuses texts that identify no export. */
        public Parameters {
            NamedExports.requireReadable(exports);
        }
    }
}
