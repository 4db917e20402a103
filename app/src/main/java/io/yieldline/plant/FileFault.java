package io.yieldline.plant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/** Describes file system errors. */
public final class FileFault {
    private FileFault() {}

    /** The kind of the error and the message of the system, such as {@code AccessDenied: plant/LOCK}. */
    public static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }

    /** What to do about the error, if its cause is known. */
    public static Optional<String> advice(IOException e) {
        return SystemFault.of(reason(e)).map(SystemFault::advice);
    }

    /** What the machine refused and what to do, in one line; empty if the error is not a fault of the machine. */
    public static Optional<String> of(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            Optional<SystemFault> fault = isOfTheMachine(cause) ? SystemFault.of(said(cause)) : Optional.empty();
            if (fault.isPresent()) {
                return Optional.of(place(error, cause) + fault.get().advice() + " (" + reason(cause) + ")");
            }
        }
        return Optional.empty();
    }

    private static boolean isOfTheMachine(Throwable error) {
        return error instanceof IOException || error instanceof OutOfMemoryError;
    }

    private static String said(Throwable cause) {
        return cause instanceof IOException e ? reason(e) : String.valueOf(cause.getMessage());
    }

    /** What was being done, if somebody said so; else the file. */
    private static String place(Throwable error, Throwable cause) {
        String said = String.valueOf(error.getMessage());
        if (error instanceof UncheckedIOException && !said.equals(cause.toString())) {
            return said + ": ";
        }
        return cause instanceof FileSystemException e && e.getFile() != null ? e.getFile() + ": " : "";
    }

    private static String reason(Throwable cause) {
        if (cause instanceof FileSystemException e) {
            return e.getReason() == null ? e.getClass().getSimpleName().replace("Exception", "") : e.getReason();
        }
        return String.valueOf(cause.getMessage());
    }
}
