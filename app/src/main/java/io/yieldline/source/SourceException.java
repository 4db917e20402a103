package io.yieldline.source;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file cannot be read. The message is one line: problem, location, value and action. The caller adds
 * the file name.
 */
public final class SourceException extends Exception {
    /** The kind of fault. */
    public enum Fault {
        /** Unsupported format. */
        UNSUPPORTED,
        /** Empty. */
        EMPTY,
        /** Encrypted. */
        ENCRYPTED,
        /** Truncated. */
        TRUNCATED,
        /** Damaged or invalid. */
        CORRUPT,
        /** Checksum mismatch. */
        CHECKSUM,
        /** Implausible compression ratio. */
        BOMB,
        /** Two parts with the same name. */
        DUPLICATE_ENTRY,
        /** Declares a document type. */
        DTD,
        /** A row or cell at an impossible position. */
        BAD_REFERENCE,
        /** A cell refers to a missing shared string. */
        BAD_SHARED_STRING,
        /** A web page without a table. */
        NO_TABLE,
        /** Too large for a cell or the memory. */
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

    /** The kind of fault. */
    public Fault fault() {
        return fault;
    }

    /** The message; never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** The fault of one of our streams, wrapped by a parser. */
    static Optional<SourceException> within(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SourceException fault) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
