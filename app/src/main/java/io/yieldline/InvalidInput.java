package io.yieldline;

/** A value that cannot be what it is given for. */
public final class InvalidInput extends UserError {
    private final String reason;

    /** For a value, and why it cannot be, with what to write instead. */
    public InvalidInput(String value, String reason) {
        super(ExitCode.USAGE, "\"" + value + "\" " + reason);
        this.reason = reason;
    }

    /** Why it cannot be, without the value. */
    public String reason() {
        return reason;
    }
}
