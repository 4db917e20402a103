package io.yieldline.operation;

import io.yieldline.ExitCode;
import java.util.List;

/** What came of an operation. */
public interface Result {
    /** How it ended. */
    ExitCode exitCode();

    /** How many rows it read, wrote or looked at, where that says something; else 0. */
    default long rows() {
        return 0;
    }

    /** What somebody should see to who reads only the summary, each in one line. */
    default List<String> remarks() {
        return List.of();
    }

    /** What came of it, in one line for the run log. */
    String summary();
}
