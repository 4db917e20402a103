package io.yieldline.operation.watch;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.alert.Alerting;
import io.yieldline.finding.Finding;
import io.yieldline.finding.Findings;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.operation.ask.FindingOperation;

/** Keeps who has seen a finding and what they say, and mutes its alert. */
public final class AcknowledgeOperation
        implements Operation<AcknowledgeOperation.Parameters, AcknowledgeOperation.Acknowledged> {
    /** The name of this operation. */
    public static final String NAME = "findings acknowledge";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Say that a finding was seen, with a note; this mutes its alert.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Acknowledged run(Parameters parameters, Context context) {
        String id = context.warehouse()
                .read(session -> Findings.named(session, parameters.id()))
                .map(Finding::id)
                .orElseThrow(() -> FindingOperation.unknown(parameters.id()));
        String by = context.caller().user();
        context.warehouse()
                .noteAll(session -> Findings.acknowledge(
                        session, id, by, context.parts().now().withNano(0), parameters.note()));
        try (Alerting alerting = context.alerting()) {
            alerting.muteFinding(id);
        }
        return new Acknowledged(id, by);
    }

    /**
     * What was seen.
     *
     * @param id the finding
     * @param note what is known or done about it
     */
    public record Parameters(String id, String note) {
        /** Refuses an empty note. */
        public Parameters {
            if (note.isBlank()) {
                throw new UserError(ExitCode.USAGE, "the note is empty; say what is known or done about the finding");
            }
        }
    }

    /** The finding and who acknowledged it. */
    public record Acknowledged(String id, String by) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            return "finding " + id + " is acknowledged by " + by + "; its alert is muted";
        }
    }
}
