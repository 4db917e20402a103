package io.yieldline.operation.load;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.ingest.Dismissal;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import java.util.List;
import java.util.Map;

/** Dismisses parked exports that need not be loaded, such as a cut-off copy of one that arrived whole. Their bytes stay. */
public final class DismissOperation implements Operation<DismissOperation.Parameters, DismissOperation.Dismissed> {
    /** The name of this operation. */
    public static final String NAME = "dismiss";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Dismiss parked exports that need not be loaded, with a reason.";

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
        return NAME + " EXPORT... --reason TEXT";
    }

    @Override
    public Dismissed run(Parameters parameters, Context context) {
        Map<String, String> exports =
                context.warehouse().read(session -> NamedExports.parked(parameters.exports(), session));
        List<Dismissal> dismissals = exports.entrySet().stream()
                .map(export -> new Dismissal(
                        export.getKey(),
                        export.getValue(),
                        context.parts().now().withNano(0),
                        context.caller().user(),
                        parameters.reason()))
                .toList();
        context.ingest().dismissals().dismiss(dismissals);
        return new Dismissed(dismissals);
    }

    /** Refuses exports that are not parked before anything is started. */
    public static void requireParked(Parameters parameters, Context context) {
        context.warehouse().read(session -> NamedExports.parked(parameters.exports(), session));
    }

    /**
     * The parameters.
     *
     * @param exports their numbers or SHA-256
     * @param reason why they need not be loaded
     */
    public record Parameters(List<String> exports, String reason) {
        /** Refuses texts that identify no export, and a blank reason. */
        public Parameters {
            NamedExports.requireReadable(exports);
            if (exports.isEmpty()) {
                throw new UserError(
                        ExitCode.USAGE,
                        "name the exports to dismiss; parked ones are listed by: yieldline rejects --parked");
            }
            if (reason.isBlank()) {
                throw new UserError(ExitCode.USAGE, "give a reason: why the exports need not be loaded");
            }
        }
    }

    /** What was dismissed. */
    public record Dismissed(List<Dismissal> exports) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            return Counted.of(exports.size(), "export") + " dismissed";
        }
    }
}
