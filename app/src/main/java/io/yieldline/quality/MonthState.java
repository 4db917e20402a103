package io.yieldline.quality;

import io.yieldline.Sha256;
import io.yieldline.feed.Feed;
import io.yieldline.quality.Inspection.Window;
import io.yieldline.quality.Question.Part;
import io.yieldline.store.ChangedPieces;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What decides whether the answer for a month still holds: what transactions wrote, and which exports show its records. */
final class MonthState {
    private static final String RULES = "rule_";

    private final ChangedPieces changed;
    private final LocalTime dayStarts;
    private final Map<String, String> shown = new HashMap<>();
    private @Nullable List<Shown> exports;

    private MonthState(ChangedPieces changed, LocalTime dayStarts) {
        this.changed = changed;
        this.dayStarts = dayStarts;
    }

    /** The present state; read before anything is asked, so that what is written meanwhile counts as later. */
    static MonthState of(Session session, Inspection inspection) {
        return new MonthState(
                ChangedPieces.since(session, 0),
                inspection.plant().rules().productionDay().starts());
    }

    /** The last change of the database. */
    long change() {
        return changed.last();
    }

    /** The months of a feed that were written to after a change. */
    Set<YearMonth> monthsAfter(Feed feed, long change) {
        Set<YearMonth> months = new TreeSet<>();
        for (String table : List.of(feed.masterLog(), feed.history())) {
            changed.after(table, change).forEach(piece -> months.addAll(monthsOf(piece)));
        }
        return months;
    }

    /** The last change of anything that a question reads of some months. */
    long lastChange(Question question, Span span) {
        Span pieces = span.wider(question.before(), question.after() + (dayStarts.equals(LocalTime.MIDNIGHT) ? 0 : 1));
        Stream<Long> records =
                question.divided().stream().map(table -> changed.last(table, pieces.first(), pieces.last()));
        Stream<Long> rules = changed.periods().keySet().stream()
                .filter(table -> table.startsWith(RULES))
                .map(table -> changed.last(table, ChangedPieces.ALL));
        Stream<Long> sightings =
                question.exports() ? Stream.of(changed.last("sighting", ChangedPieces.ALL)) : Stream.of();
        return Stream.of(records, rules, sightings)
                .flatMap(changes -> changes)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** What else decides the answer for some months: what is given, and the exports that show their records. */
    String basis(Session session, Question question, Span span) {
        Function<Span, String> given = question.given();
        return (given == null ? "" : given.apply(span))
                + (question.exports() ? " " + exportsOf(session, question, span) : "");
    }

    /** Several questions are about the same feeds and months. */
    private String exportsOf(Session session, Question question, Span span) {
        Set<String> feeds = question.feeds().stream().map(Feed::name).collect(Collectors.toCollection(TreeSet::new));
        return shown.computeIfAbsent(span + " of " + feeds, key -> exportsOf(session, feeds, span.days()));
    }

    private String exportsOf(Session session, Set<String> feeds, Window days) {
        return Sha256.of(exports(session).stream()
                .filter(export -> feeds.contains(export.feed()))
                .filter(export ->
                        !export.first().isAfter(days.to()) && !export.last().isBefore(days.from()))
                .map(Shown::text)
                .collect(Collectors.joining("\n")));
    }

    /** Read once and only where it is needed: a check must not fail for a table that it does not ask. */
    private List<Shown> exports(Session session) {
        List<Shown> known = exports;
        if (known == null) {
            known = Shown.all(session);
            exports = known;
        }
        return known;
    }

    /** The last change of a feed that may have reached any month. */
    long wholeChange(Feed feed) {
        return Math.max(
                changed.last(feed.masterLog(), ChangedPieces.ALL), changed.last(feed.history(), ChangedPieces.ALL));
    }

    /** The months of the records of a feed. */
    Set<YearMonth> months(Session session, Feed feed) {
        String month = "extract(year from day) * 100 + extract(month from day)";
        return session
                .query(
                        "select distinct cast(" + month + " as bigint) from (select day from " + feed.masterLog()
                                + " union all select day from " + feed.history() + ") d where day is not null",
                        row -> row.getLong(1))
                .stream()
                .map(number -> YearMonth.of((int) (number / 100), (int) (number % 100)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The part of the records that a question is asked for a month. */
    Part part(Question question, YearMonth month) {
        return new Part(with(question, month), Span.of(month).days());
    }

    /** What limits the tables that a question names to the records that decide: by the column by which both engines divide them. */
    private String with(Question question, YearMonth month) {
        String limits = " where ended_at >= timestamp '" + startOf(month.minusMonths(question.before()))
                + "' and ended_at < timestamp '" + startOf(month.plusMonths(question.after() + 1L)) + "')";
        String tables = question.feeds().stream()
                .flatMap(feed -> Stream.of(feed.masterLog(), feed.history()))
                .filter(question.text()::contains)
                .map(table -> table + " as not materialized (select * from " + table + limits)
                .collect(Collectors.joining(",\n"));
        return tables.isEmpty() ? "" : "with " + tables + "\n";
    }

    /** Windows reach from the year 1 to 9999. */
    private String startOf(YearMonth month) {
        if (month.getYear() < 1 || month.getYear() > 9999) {
            return month.getYear() < 1 ? "-infinity" : "infinity";
        }
        return month.atDay(1) + " " + dayStarts + ":00";
    }

    /** The months of records that end in a month: those before the start of its first day belong to the month before. */
    private List<YearMonth> monthsOf(String piece) {
        YearMonth month = YearMonth.parse(piece);
        return dayStarts.equals(LocalTime.MIDNIGHT) ? List.of(month) : List.of(month.minusMonths(1), month);
    }

    /** An export and the days of its records. */
    private record Shown(String feed, String text, LocalDate first, LocalDate last) {
        static List<Shown> all(Session session) {
            return session.query(
                    "select feed, concat_ws(' ', id, export_time, first_day, last_day, file_name), first_day, last_day"
                            + " from export where status = 'loaded' and first_day is not null order by id",
                    row -> new Shown(
                            row.getString(1),
                            row.getString(2),
                            row.getObject(3, LocalDate.class),
                            row.getObject(4, LocalDate.class)));
        }
    }
}
