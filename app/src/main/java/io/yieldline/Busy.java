package io.yieldline;

/** The program is at work for others and did not get to this in time; nothing was changed, and the same may succeed later. */
public final class Busy extends UserError {
    /** With what is at work, and what to do. */
    public Busy(String message) {
        super(ExitCode.LOCKED, message);
    }
}
