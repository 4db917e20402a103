package io.yieldline.schedule;

import io.yieldline.schedule.Slot.State;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state of the scheduler: tables {@code slot} and {@code slot_horizon}. */
public final class Slots {
    private static final String ALL = "select job, due_at, state, missed, attempts, interruptions, next_try_at,"
            + " started_at, ended_at, exit_code, summary, run_id from slot ";

    private Slots() {}

    /** The latest slot of each job, by job. */
    public static List<Slot> latest(Warehouse warehouse) {
        return warehouse.read(session -> session.query(
                ALL + "where due_at = (select max(s.due_at) from slot s where s.job = slot.job) order by job",
                Slots::slot));
    }

    /** The slots of a job, latest first. */
    public static List<Slot> of(Warehouse warehouse, String job, int most) {
        return warehouse.read(
                session -> session.query(ALL + "where job = ? order by due_at desc limit " + most, Slots::slot, job));
    }

    /** The slots that were due on these days of the clock of their jobs, in order. */
    public static List<Slot> between(Session session, LocalDate from, LocalDate to) {
        return session.query(
                ALL + "where due_at >= ? and due_at < ? order by due_at, job",
                Slots::slot,
                from.atStartOfDay(),
                to.plusDays(1).atStartOfDay());
    }

    /** The waiting slots, in order of their due time. */
    static List<Slot> waiting(Session session) {
        return session.query(ALL + "where state = 'waiting' order by due_at, next_try_at, job", Slots::slot);
    }

    static Optional<Instant> horizon(Session session, String job) {
        return session.first(
                        "select decided_until from slot_horizon where job = ?",
                        row -> row.getObject(1, LocalDateTime.class),
                        job)
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    static void setHorizon(Session session, String job, Instant until) {
        if (session.execute("update slot_horizon set decided_until = ? where job = ?", utc(until), job) == 0) {
            session.execute("insert into slot_horizon (job, decided_until) values (?, ?)", job, utc(until));
        }
    }

    /** Adds a slot, unless it exists. */
    static void enter(
            Session session,
            String job,
            LocalDateTime dueAt,
            State state,
            long missed,
            Instant now,
            @Nullable String why) {
        if (session.number("select count(*) from slot where job = ? and due_at = ?", job, dueAt) == 0) {
            session.execute(
                    "insert into slot (job, due_at, state, missed, attempts, interruptions, next_try_at, summary)"
                            + " values (?, ?, ?, ?, 0, 0, ?, ?)",
                    job,
                    dueAt,
                    word(state),
                    missed,
                    utc(now),
                    why);
        }
    }

    /** Gives up older waiting slots of a job, because a later one replaces them. */
    static void supersede(Session session, String job, LocalDateTime dueAt) {
        session.execute(
                "update slot set state = case when interruptions > 0 then 'interrupted'"
                        + " when attempts > 0 then 'failed' else 'missed' end,"
                        + " summary = 'a later slot replaced it' || coalesce('; before: ' || summary, '')"
                        + " where job = ? and due_at < ? and state = 'waiting'",
                job,
                dueAt);
    }

    /** Gives up a waiting slot of a removed job. */
    static void drop(Session session, Slot slot) {
        session.execute(
                "update slot set state = 'missed', summary = 'the job is no longer in the settings'"
                        + " where job = ? and due_at = ? and state = 'waiting'",
                slot.job(),
                slot.dueAt());
    }

    /** Marks a waiting slot as running, exclusively. */
    static boolean begin(Session session, Slot slot, Instant now) {
        return session.execute(
                        "update slot set state = 'running', attempts = attempts + 1, started_at = ?, ended_at = null"
                                + " where job = ? and due_at = ? and state = 'waiting'",
                        utc(now),
                        slot.job(),
                        slot.dueAt())
                == 1;
    }

    /** Stores the result of the running attempt. */
    static void end(Session session, Slot slot, State state, JobOutcome outcome, Instant now, Instant nextTryAt) {
        session.execute(
                "update slot set state = ?, ended_at = ?, exit_code = ?, summary = ?, run_id = ?, next_try_at = ?"
                        + " where job = ? and due_at = ? and state = 'running'",
                word(state),
                utc(now),
                (long) outcome.exitCode().number(),
                outcome.summary(),
                outcome.runId(),
                utc(nextTryAt),
                slot.job(),
                slot.dueAt());
    }

    /** The running slots; in a new process, those of a killed process. */
    static List<Slot> running(Session session) {
        return session.query(ALL + "where state = 'running' order by due_at, job", Slots::slot);
    }

    /** Sets a running slot of a killed process to waiting again. */
    static void runAgain(Session session, Slot slot, Instant now) {
        session.execute(
                "update slot set state = 'waiting', interruptions = interruptions + 1, next_try_at = ?,"
                        + " summary = 'the program ended while it ran; run again'"
                        + " where job = ? and due_at = ? and state = 'running'",
                utc(now),
                slot.job(),
                slot.dueAt());
    }

    private static Slot slot(ResultSet row) throws SQLException {
        return new Slot(
                row.getString(1),
                row.getObject(2, LocalDateTime.class),
                State.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getObject(7, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                moment(row, 8),
                moment(row, 9),
                (Long) row.getObject(10),
                row.getString(11),
                (Long) row.getObject(12));
    }

    private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
