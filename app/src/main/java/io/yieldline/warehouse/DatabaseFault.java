package io.yieldline.warehouse;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The database cannot be used for an external reason that can be fixed. */
public final class DatabaseFault extends UserError {
    private static final List<String> LOG = List.of("wal file", "replaying wal", ".wal\"");
    private static final List<String> DAMAGE = List.of(
            "corrupt database file",
            "corrupt wal file",
            "does not match stored checksum",
            "not a valid duckdb database file");
    private static final List<String> UNREADABLE = List.of(
            "could not read enough bytes",
            "could not read from file",
            "is a directory",
            "not a regular file",
            "internal error",
            "serialization error",
            "failed to deserialize",
            "out of range");

    private final Kind kind;

    private DatabaseFault(Kind kind, String message) {
        super(ExitCode.FAILED, message);
        this.kind = kind;
    }

    /** The kind of fault. */
    public enum Kind {
        /** The database file is damaged. */
        DAMAGED,
        /** The write-ahead log is damaged. */
        DAMAGED_LOG,
        /** The file is from a newer version. */
        NEWER,
        /** The disk is full. */
        FULL,
        /** Missing read or write permission. */
        FORBIDDEN,
        /** The statement needs more memory than the settings allow. */
        MEMORY
    }

    /** The kind of fault. */
    public Kind kind() {
        return kind;
    }

    static DatabaseFault newer(String message) {
        return new DatabaseFault(Kind.NEWER, message);
    }

    /** The fault that prevents opening a database, if it is one of these. */
    static Optional<UserError> atOpen(String location, SQLException e) {
        String said = said(e);
        if (said.contains("version number") && said.contains("we can only read")) {
            return Optional.of(
                    newer(location + " was written by a newer DuckDB; run the Yieldline version that wrote it ("
                            + firstLine(e) + ")"));
        }
        Kind kind = has(said, LOG) && !said.contains("permission") ? Kind.DAMAGED_LOG : Kind.DAMAGED;
        return has(said, DAMAGE) || has(said, UNREADABLE) || (kind == Kind.DAMAGED_LOG && !said.contains("no space"))
                ? Optional.of(damaged(kind, location, e))
                : inUse(location, e);
    }

    /** The fault that aborts a statement, if it is one of these. */
    static Optional<UserError> inUse(String location, SQLException e) {
        String said = said(e);
        if (has(said, List.of("no space left", "file too large", "could not extend file", "disk quota"))) {
            return Optional.of(new DatabaseFault(
                    Kind.FULL,
                    location + ": the disk is full; no change was kept; free some space, then run it again ("
                            + firstLine(e) + ")"));
        }
        if (has(said, List.of("permission denied", "read-only file system"))) {
            return Optional.of(new DatabaseFault(
                    Kind.FORBIDDEN,
                    location + ": the user of this program needs write permission for it and its directory ("
                            + firstLine(e) + ")"));
        }
        if (said.contains("out of memory")) {
            return Optional.of(new DatabaseFault(
                    Kind.MEMORY,
                    location + ": the database needs more memory; no change was kept; increase duckdb.memory_megabytes,"
                            + " or do it in smaller parts (" + firstLine(e) + ")"));
        }
        return has(said, DAMAGE) ? Optional.of(damaged(Kind.DAMAGED, location, e)) : Optional.empty();
    }

    private static DatabaseFault damaged(Kind kind, String location, SQLException e) {
        return new DatabaseFault(
                kind,
                location + ": the database" + (kind == Kind.DAMAGED_LOG ? "'s write-ahead log" : "")
                        + " is damaged; all exports are safe in the archive; to see the repair steps, run: yieldline"
                        + " recover --dry-run (" + firstLine(e) + ")");
    }

    private static boolean has(String said, List<String> words) {
        return words.stream().anyMatch(said::contains);
    }

    private static String said(SQLException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    }

    static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
