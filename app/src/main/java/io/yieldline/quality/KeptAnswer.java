package io.yieldline.quality;

import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.StoredTables;
import io.yieldline.warehouse.Table;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a question for a month.
 *
 * @param question the hash of its text
 * @param month such as {@code 2025-04}, or what else it is about
 * @param change the last change of the database that it includes
 * @param basis the exports that show records of the month, where they decide too, and what else does
 * @param askedAt when it was found, in plant time
 * @param answer the table as text
 */
record KeptAnswer(String question, String month, long change, String basis, LocalDateTime askedAt, String answer) {
    /** Rows of one statement: more parameters would take longer to bind than to write. */
    private static final int CHUNK = 200;

    private static final String SELECT =
            "select m.question, m.month, m.change, m.basis, m.asked_at, m.answer from check_month m";

    /** All that are kept. */
    static List<KeptAnswer> all(Session session) {
        return read(session, SELECT);
    }

    /** All but those for months that every answer for several months includes: its basis begins with its first and last month. */
    static List<KeptAnswer> latest(Session session) {
        String several = "month = '" + KeptAnswers.OLDER + "'";
        return read(
                session,
                SELECT + " where m.month = '' or m." + several
                        + " or m.month > (select coalesce(min(substr(basis, 10, 7)), '') from check_month where "
                        + several
                        + ")");
    }

    /** The answers of the questions whose names begin with a word. */
    static List<KeptAnswer> beginning(Session session, String word) {
        return read(session, SELECT + " where m.question like ?", word + "%");
    }

    private static List<KeptAnswer> read(Session session, String sql, Object... parameters) {
        return StoredTables.exists(session, "check_month")
                ? session.query(
                        sql,
                        row -> new KeptAnswer(
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getString(4),
                                row.getObject(5, LocalDateTime.class),
                                row.getString(6)),
                        parameters)
                : List.of();
    }

    /** Keeps some, each in the place of an earlier one. */
    static void store(Session session, List<KeptAnswer> answers) {
        for (int from = 0; from < answers.size(); from += CHUNK) {
            insert(session, answers.subList(from, Math.min(from + CHUNK, answers.size())));
        }
    }

    /** Forgets those that nobody asked for or carried on since a time. */
    static void forget(Session session, LocalDateTime before) {
        session.execute("delete from check_month where asked_at < ?", before);
    }

    static String key(String question, String month) {
        return question + " " + month;
    }

    String key() {
        return key(question, month);
    }

    /** Whether an answer for several months is also about this one. */
    boolean covers(String of) {
        return of.compareTo(basis.substring(9, 16)) <= 0;
    }

    Table table() {
        return AnswerText.table(answer);
    }

    private static void insert(Session session, List<KeptAnswer> answers) {
        session.execute(
                "insert into check_month (question, month, change, basis, asked_at, answer) values "
                        + String.join(", ", Collections.nCopies(answers.size(), "(?, ?, ?, ?, ?, ?)"))
                        + " on conflict (question, month) do update set change = excluded.change,"
                        + " basis = excluded.basis, asked_at = excluded.asked_at, answer = excluded.answer",
                answers.stream().flatMap(KeptAnswer::values).toArray());
    }

    private Stream<@Nullable Object> values() {
        return Stream.of(question, month, change, basis, askedAt, answer);
    }
}
