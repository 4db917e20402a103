package io.yieldline.operation;

import io.yieldline.ExitCode;

/** What came of an operation. */
public interface Result {
    /** How it ended. */
    ExitCode exitCode();

    /** What came of it, in one line for the run log. */
    String summary();
}
