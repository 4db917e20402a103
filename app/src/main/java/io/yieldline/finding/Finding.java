package io.yieldline.finding;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A finding with its newest figures. Days are plant days, times plant time.
 *
 * @param id its name while it lasts
 * @param improvement whether fewer units fail
 * @param since the first day of it, as known now
 * @param known the last day of the data with which it was first seen
 * @param knownAt when it was first seen
 * @param seen the last day of the data with which it was last seen
 * @param ended the day from which it is over; null while it lasts
 * @param endReason why it is over
 * @param units the units since then
 * @param failed those of them that failed
 * @param expected the failed units to be expected; null for an alert
 * @param size the failed units beyond those, the rank; null for an alert
 * @param beforeUnits the units before; null if it is not compared with an earlier time
 * @param beforeFailed those of them that failed
 * @param p the probability by chance; empty for an alert
 * @param verdict what retests say of a fixture: fixture, board or undecided
 * @param ruledOut what does and does not explain it
 * @param sentence all of it in one sentence
 * @param isNew whether the newest look at the data found it
 * @param note who has seen it; null for nobody
 */
public record Finding(
        String id,
        FindingKind kind,
        FindingSubject subject,
        boolean improvement,
        LocalDate since,
        LocalDate known,
        LocalDateTime knownAt,
        LocalDate seen,
        @Nullable LocalDate ended,
        @Nullable EndReason endReason,
        long units,
        long failed,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal size,
        @Nullable Long beforeUnits,
        @Nullable Long beforeFailed,
        String p,
        @Nullable String verdict,
        String ruledOut,
        String sentence,
        boolean isNew,
        @Nullable Note note) {
    static final String COLUMNS = "f.id, f.kind, f.model, f.station, f.fixture, f.error_code, f.part_number,"
            + " f.improvement, f.since, f.known, f.known_at, f.seen, f.ended, f.end_reason, f.units, f.failed,"
            + " f.expected, f.beyond, f.before_units, f.before_failed, f.p_value, f.verdict, f.ruled_out, f.sentence,"
            + " f.first_refresh = (select max(r.refresh) from finding_refresh r), n.noted_by, n.noted_at, n.note";

    /** Where a finding stands. */
    public enum State {
        /** The newest look at the data found it. */
        NEW,
        /** It lasts. */
        ONGOING,
        /** It lasts, and somebody has taken note. */
        ACKNOWLEDGED,
        /** It is over. */
        ENDED;

        /** The name in tables and JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who took note of it, and what they say. */
    public record Note(String by, LocalDateTime at, String note) {}

    static Finding of(ResultSet row) throws SQLException {
        String reason = row.getString(14);
        String by = row.getString(26);
        return new Finding(
                row.getString(1),
                FindingKind.of(row.getString(2)),
                new FindingSubject(
                        row.getString(3), row.getString(4), row.getString(5), row.getString(6), row.getString(7)),
                row.getBoolean(8),
                row.getObject(9, LocalDate.class),
                row.getObject(10, LocalDate.class),
                row.getObject(11, LocalDateTime.class),
                row.getObject(12, LocalDate.class),
                row.getObject(13, LocalDate.class),
                reason == null ? null : EndReason.of(reason),
                row.getLong(15),
                row.getLong(16),
                row.getBigDecimal(17),
                row.getBigDecimal(18),
                (Long) row.getObject(19),
                (Long) row.getObject(20),
                row.getString(21),
                row.getString(22),
                row.getString(23),
                row.getString(24),
                row.getBoolean(25),
                by == null ? null : new Note(by, row.getObject(27, LocalDateTime.class), row.getString(28)));
    }

    /** Whether it lasts. */
    public boolean open() {
        return ended == null;
    }

    /** Where it stands. */
    public State state() {
        if (!open()) {
            return State.ENDED;
        }
        return note != null ? State.ACKNOWLEDGED : isNew ? State.NEW : State.ONGOING;
    }
}
