package io.yieldline.source;

import java.util.Locale;
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
        /** Too large for the memory, or for any plausible export. */
        TOO_LARGE,
        /** More CPU time than a file of its size may take. */
        TOO_SLOW,
        /** Reading was stopped; the file is not at fault. */
        STOPPED,
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

    /** A list with more entries than any export needs, such as "the workbook has more than 10,000 sheets". */
    static SourceException tooMany(String whose, String what) {
        return tooMany(whose, SheetLimits.ENTRIES, what);
    }

    /** More of something than any export needs, such as "sheet1.xml has more than 2,000 different names". */
    static SourceException tooMany(String whose, int most, String what) {
        return new SourceException(
                Fault.TOO_LARGE,
                String.format(
                        Locale.ROOT,
                        "%s has more than %,d %s, more than any export needs; export the file again",
                        whose,
                        most,
                        what));
    }

    /** The end of a reading that is no longer wanted. */
    public static SourceException stopped() {
        return new SourceException(Fault.STOPPED, "reading was stopped; load the file again");
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
