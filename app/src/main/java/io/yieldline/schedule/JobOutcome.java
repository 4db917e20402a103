package io.yieldline.schedule;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run of a job.
 *
 * @param exitCode exit code of the command
 * @param summary result in one line
 * @param runId the run in the run log, if known
 */
public record JobOutcome(
        ExitCode exitCode, String summary, @Nullable Long runId) {
    /** The program was killed twice during the run. */
    static final JobOutcome INTERRUPTED = new JobOutcome(ExitCode.FAILED, "the program ended while it ran", null);

    static JobOutcome of(Throwable error) {
        if (error instanceof UserError wrong) {
            return new JobOutcome(wrong.exitCode(), wrong.getMessage(), null);
        }
        return new JobOutcome(ExitCode.FAILED, "unexpected error: " + error, null);
    }

    /** Whether dependent jobs run. A parked export or a finding does not stop them. */
    boolean worked() {
        return exitCode == ExitCode.DONE || exitCode == ExitCode.PARTLY || exitCode == ExitCode.CHECK_FAILED;
    }

    /** Whether a retry can help; a wrong command stays wrong. */
    boolean worthRetrying() {
        return !worked() && exitCode != ExitCode.USAGE;
    }
}
