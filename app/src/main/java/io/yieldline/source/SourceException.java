package io.yieldline.source;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file cannot be read, with the reason in one line: what, where, which value and what to do. The file's name is left to
 * the caller, who puts it in front.
 */
public final class SourceException extends Exception {
    /** What kind of fault it is. */
    public enum Fault {
        /** A format that is not read here. */
        UNSUPPORTED,
        /** No content at all. */
        EMPTY,
        /** Locked with a password. */
        ENCRYPTED,
        /** The end is missing. */
        TRUNCATED,
        /** Damaged or against the rules of its format. */
        CORRUPT,
        /** Not the bytes that were written. */
        CHECKSUM,
        /** Unpacks to far more than an export can be. */
        BOMB,
        /** Two parts of one name. */
        DUPLICATE_ENTRY,
        /** Declares a document type. */
        DTD,
        /** A row or cell that cannot be where it says. */
        BAD_REFERENCE,
        /** A cell points at a shared text that does not exist. */
        BAD_SHARED_STRING,
        /** A web page without a table. */
        NO_TABLE,
        /** More than a cell or the memory can hold. */
        TOO_LARGE,
        /** The file cannot be opened. */
        UNREADABLE
    }

    private final Fault fault;

    SourceException(Fault fault, String message) {
        this(fault, message, null);
    }

    SourceException(Fault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /** What kind of fault it is. */
    public Fault fault() {
        return fault;
    }

    /** The message; there always is one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** The fault that a stream of ours found, wrapped by the parser that was reading from it. */
    static Optional<SourceException> within(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SourceException fault) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
