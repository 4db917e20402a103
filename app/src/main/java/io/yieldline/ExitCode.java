package io.yieldline;

import java.util.Arrays;

/** How a command ended, as the number that the shell sees. */
public enum ExitCode {
    /** All that was asked is done. */
    DONE(0),
    /** Nothing, or not what was asked, could be done. */
    FAILED(1),
    /** The command line or a setting is wrong. */
    USAGE(2),
    /** The work is done; a quality check found an error. */
    CHECK_FAILED(3),
    /** Part of the work failed; the rest is committed. */
    PARTLY(4),
    /** Another run holds the plant. */
    LOCKED(11);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The code of a process exit status; a status of somebody else's is a failure. */
    public static ExitCode of(int number) {
        return Arrays.stream(values())
                .filter(code -> code.number == number)
                .findFirst()
                .orElse(FAILED);
    }

    /** The process exit status. */
    public int number() {
        return number;
    }
}
