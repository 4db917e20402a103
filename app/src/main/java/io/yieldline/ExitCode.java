package io.yieldline;

import java.util.Arrays;

/** The exit code of a command. */
public enum ExitCode {
    /** The command succeeded. */
    DONE(0),
    /** The command failed. */
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

    /** The exit code for a process exit status; an unknown status is a failure. */
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
