package io.yieldline;

/**
 * Something that the user can put right: a wrong file, argument or setting. Its message is one line that says what, where,
 * with which value and what to do; it is printed without a stack trace. Every other exception is our own mistake.
 */
public class UserError extends RuntimeException {
    private final ExitCode exitCode;

    /** A wrong file or state: exit code 1. */
    public UserError(String message) {
        this(ExitCode.FAILED, message);
    }

    /** A wrong file or state that asks for its own exit code. */
    public UserError(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The exit code that a command ends with when this error reaches it. */
    public ExitCode exitCode() {
        return exitCode;
    }

    /** The message; a user error always has one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
