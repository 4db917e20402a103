package io.yieldline.operation;

import io.yieldline.ExitCode;
import java.util.List;

/** The result of an operation. */
public interface Result {
    /** The exit code. */
    ExitCode exitCode();

    /** The number of processed rows, if meaningful; else 0. */
    default long rows() {
        return 0;
    }

    /** What somebody should see to who reads only the summary, each in one line. */
    default List<String> remarks() {
        return List.of();
    }

    /** The commands that repair what the result complains of, without program and home; empty if nothing is wrong. */
    default List<String> next() {
        return List.of();
    }

    /** The result in one line, for the run log. */
    String summary();
}
