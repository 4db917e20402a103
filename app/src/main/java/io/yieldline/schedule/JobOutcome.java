package io.yieldline.schedule;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run of a job.
 *
 * @param exitCode as if the command had been typed
 * @param summary in one line
 * @param runId the run in the run log, if it is known
 */
public record JobOutcome(
        ExitCode exitCode, String summary, @Nullable Long runId) {
    /** The program ended twice while it ran. */
    static final JobOutcome INTERRUPTED = new JobOutcome(ExitCode.FAILED, "the program ended while it ran", null);

    static JobOutcome of(Throwable error) {
        if (error instanceof UserError wrong) {
            return new JobOutcome(wrong.exitCode(), wrong.getMessage(), null);
        }
        return new JobOutcome(ExitCode.FAILED, "unexpected error: " + error, null);
    }

    /** Whether the jobs after this one have something to work on. A parked export or a finding does not stop them. */
    boolean worked() {
        return exitCode == ExitCode.DONE || exitCode == ExitCode.PARTLY || exitCode == ExitCode.CHECK_FAILED;
    }

    /** Whether trying again can help; a wrong word in the settings stays wrong. */
    boolean worthRetrying() {
        return !worked() && exitCode != ExitCode.USAGE;
    }
}
