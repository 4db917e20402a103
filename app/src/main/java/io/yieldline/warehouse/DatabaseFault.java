package io.yieldline.warehouse;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.plant.SystemFault;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

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

    private static final List<String> LOCKED = List.of("could not set lock on file", "conflicting lock is held");

    private static final String SAFE = "; all exports are safe in the archive; repair it with: yieldline recover";

    /** Connection exceptions, and a server that shuts down, crashed, starts up, or takes no more connections. */
    private static final Pattern CUT = Pattern.compile("08...|57P0[123]|53300");

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
        /** Another program has the file open. */
        IN_USE,
        /** The file is from a newer version. */
        NEWER,
        /** The statement needs more memory than the settings allow. */
        MEMORY,
        /** The machine refuses something, such as room on the disk. */
        SYSTEM,
        /** The database server is gone, or ended the connection. */
        CUT
    }

    /** The kind of fault. */
    public Kind kind() {
        return kind;
    }

    /** Whether the database file or its write-ahead log is damaged, so that it must be repaired or replaced. */
    public boolean damage() {
        return kind == Kind.DAMAGED || kind == Kind.DAMAGED_LOG;
    }

    static DatabaseFault newer(String message) {
        return new DatabaseFault(Kind.NEWER, message);
    }

    /** What a statement failed with: a fault that can be fixed, or else an error of ours with this text. */
    static RuntimeException of(String location, SQLException e, String otherwise) {
        return inUse(location, e)
                .map(RuntimeException.class::cast)
                .orElseGet(() -> new WarehouseException(otherwise, e));
    }

    /** The fault that prevents opening a database, if it is one of these. */
    static Optional<UserError> atOpen(String location, SQLException e) {
        String said = said(e);
        if (said.contains("version number") && said.contains("we can only read")) {
            return Optional.of(
                    newer(location + " was written by a newer DuckDB; run the Yieldline version that wrote it ("
                            + firstLine(e) + ")"));
        }
        if (has(said, LOCKED)) {
            return Optional.of(
                    new DatabaseFault(Kind.IN_USE, "cannot open the database " + location + ": " + firstLine(e)));
        }
        Optional<UserError> fault = inUse(location, e);
        Kind kind = has(said, LOG) ? Kind.DAMAGED_LOG : Kind.DAMAGED;
        boolean damaged = kind == Kind.DAMAGED_LOG || has(said, DAMAGE) || has(said, UNREADABLE);
        return damaged && (fault.isEmpty() || has(said, DAMAGE)) ? Optional.of(damaged(kind, location, e)) : fault;
    }

    /** The fault that aborts a statement, if it is one of these. */
    static Optional<UserError> inUse(String location, SQLException e) {
        if (CUT.matcher(String.valueOf(e.getSQLState())).matches()) {
            return Optional.of(cut(location, e, "no change was kept"));
        }
        Optional<SystemFault> fault = SystemFault.of(said(e)).filter(known -> known != SystemFault.IN_THE_WAY);
        if (fault.isPresent()) {
            return Optional.of(new DatabaseFault(
                    Kind.SYSTEM,
                    location + ": no change was kept; " + fault.get().advice() + " (" + firstLine(e) + ")"));
        }
        if (said(e).contains("out of memory")) {
            return Optional.of(new DatabaseFault(
                    Kind.MEMORY,
                    location + ": the database needs more memory; no change was kept; increase duckdb.memory_megabytes,"
                            + " or do it in smaller parts (" + firstLine(e) + ")"));
        }
        return has(said(e), DAMAGE) || cutOff(location, said(e))
                ? Optional.of(damaged(Kind.DAMAGED, location, e))
                : Optional.empty();
    }

    /** The same words about another file, such as one of a backup, say nothing about the database. */
    private static boolean cutOff(String location, String said) {
        return said.contains("could not read enough bytes") && said.contains(location.toLowerCase(Locale.ROOT));
    }

    /** The connection was cut in the middle of a commit, and the database cannot be asked whether it was stored. */
    static DatabaseFault cutInCommit(String location, SQLException e) {
        return cut(location, e, "whether the last change was kept is not known until then; no export is loaded twice");
    }

    private static DatabaseFault cut(String location, SQLException e, String kept) {
        return new DatabaseFault(
                Kind.CUT,
                location
                        + ": the database server ended the connection or cannot be reached; make sure that it runs, then"
                        + " run it again; " + kept + " (" + firstLine(e) + ")");
    }

    private static DatabaseFault damaged(Kind kind, String location, SQLException e) {
        return damaged(kind, location, firstLine(e));
    }

    /** There is no file where there should be one. */
    public static DatabaseFault missing(String location) {
        return new DatabaseFault(Kind.DAMAGED, location + ": the database is missing or half-filled" + SAFE);
    }

    /** A damage that shows when the file is read or written. */
    static DatabaseFault damaged(String location, String reason) {
        return damaged(Kind.DAMAGED, location, reason);
    }

    private static DatabaseFault damaged(Kind kind, String location, String reason) {
        return new DatabaseFault(
                kind,
                location + ": the database" + (kind == Kind.DAMAGED_LOG ? "'s write-ahead log" : "") + " is damaged"
                        + SAFE + " (" + reason + ")");
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
