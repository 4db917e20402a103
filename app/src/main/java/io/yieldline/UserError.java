package io.yieldline;

/**
 * An error that the user can fix: a wrong file, argument or setting. Its message is one line with what, where, which value,
 * and what to do; it is printed without a stack trace. Every other exception is a bug.
 */
public class UserError extends RuntimeException {
    private final ExitCode exitCode;

    /** A wrong file or state: exit code 1. */
    public UserError(String message) {
        this(ExitCode.FAILED, message);
    }

    /** A wrong file or state, with its own exit code. */
    public UserError(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The exit code of a command that fails with this error. */
    public ExitCode exitCode() {
        return exitCode;
    }

    /** The message; a user error always has one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
