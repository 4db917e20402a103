package io.yieldline.quality;

import io.yieldline.feed.Feed;
import io.yieldline.quality.CheckSelect.Bound;
import io.yieldline.quality.CheckSelect.Subject;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.quality.Inspection.Window;
import io.yieldline.quality.NameChoice.Names;
import io.yieldline.quality.Together.Fold;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs the SELECT of a check, which returns the failing rows.
 *
 * @param select the failing rows
 * @param rows number of all rows; null if not countable
 * @param feeds feeds to check; empty for all
 * @param columns columns to check one by one, or columns that a feed must have to be checked
 * @param days default number of latest days; 0 for all
 * @param depends what decides its rows; empty if that is not said, so that it runs over everything each time
 * @param choice the names that the SELECT is about; null if it chooses none
 * @param allowedPercent allowed percentage of failing rows
 * @param advice action, as the end of a sentence
 */
record SelectProbe(
        CheckSelect select,
        @Nullable CheckSelect rows,
        List<String> feeds,
        List<String> columns,
        int days,
        Set<Dependency> depends,
        @Nullable NameChoice choice,
        BigDecimal allowedPercent,
        String advice)
        implements Probe {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public boolean limitedByDays() {
        return select.limitedByDays();
    }

    @Override
    public Observation look(Inspection inspection, Severity severity) {
        return inspection.warehouse().read(session -> {
            Window window = inspection.window(session, days);
            List<Seen> seen = targets(inspection).stream()
                    .map(target -> look(session, target, inspection, window))
                    .toList();
            return together(session, seen, severity);
        });
    }

    private List<Target> targets(Inspection inspection) {
        if (!select.eachFeed()) {
            return List.of(new Target(null, null));
        }
        return inspection.feeds().all().stream()
                .filter(feed -> feeds.isEmpty() || feeds.contains(feed.name()))
                .flatMap(this::targets)
                .toList();
    }

    private Stream<Target> targets(Feed feed) {
        if (select.eachColumn()) {
            return columns.stream()
                    .filter(column -> feed.column(column).isPresent())
                    .map(column -> new Target(feed, column));
        }
        boolean asked = columns.stream().allMatch(column -> feed.column(column).isPresent());
        return asked ? Stream.of(new Target(feed, null)) : Stream.of();
    }

    private Seen look(Session session, Target target, Inspection inspection, Window window) {
        Names names = choice == null || target.feed() == null
                ? Names.NONE
                : choice.names(session, inspection, window, target.feed(), target.column());
        Asker asker = new Asker(session, target, inspection, window, names);
        Table failing = asker.ask(select, kept(select), "rows of", FailingRows::of, FailingRows::merged);
        long count = failing.rows().size() < FailingRows.LISTED
                ? failing.rows().size()
                : asker.number(select, kept(select), "number of", "count(*)");
        return new Seen(target, failing, count, total(asker));
    }

    private @Nullable Long total(Asker asker) {
        return rows == null
                ? null
                : asker.number(rows, kept(rows) || rows.countsRecords() && days == 0, "value of", "*");
    }

    /** Whether the answer of a SELECT is kept, for each month or for all. */
    private boolean kept(CheckSelect asked) {
        return !depends.isEmpty() && days == 0 && !asked.aboutNow();
    }

    /** Asks SELECTs about a subject. */
    private final class Asker {
        private final Session session;
        private final Target target;
        private final Inspection inspection;
        private final Window window;
        private final Names names;

        Asker(Session session, Target target, Inspection inspection, Window window, Names names) {
            this.session = session;
            this.target = target;
            this.inspection = inspection;
            this.window = window;
            this.names = names;
        }

        /** A number that a SELECT gives, or the number of its rows. */
        long number(CheckSelect asked, boolean kept, String what, String columns) {
            Answer counted = (session, with, bound) ->
                    session.table(with + "select " + columns + " from " + bound.subquery(), bound.values());
            return Together.number(ask(asked, kept, what, counted, Together.folded(0, Fold.SUM)));
        }

        /** The answer for all days of the window, by month where the SELECT can be asked so. */
        Table ask(CheckSelect asked, boolean kept, String what, Answer answer, Together together) {
            if (!kept) {
                return answer.of(session, "", bound(asked, window));
            }
            Bound text = asked.bind(new Subject(target.feed(), target.column(), List.of()), inspection, window);
            Question question = Question.of(
                    what + text.subquery() + Arrays.toString(text.values()),
                    target.feed() == null ? inspection.feeds().all() : List.of(target.feed()),
                    (asking, part) -> answer.of(asking, part.with(), bound(asked, part.window())),
                    together);
            return inspection.ask(session, decided(question, asked));
        }

        private Question decided(Question question, CheckSelect asked) {
            Question named = choice == null ? question : question.given(names::in);
            Question shown = depends.contains(Dependency.EXPORTS) ? named.andExports() : named;
            return depends.contains(Dependency.ALL_DAYS) && !asked.countsRecords() ? shown.wholly() : shown;
        }

        private Bound bound(CheckSelect asked, Window days) {
            return asked.bind(new Subject(target.feed(), target.column(), names.all()), inspection, days);
        }
    }

    private Observation together(Session session, List<Seen> seen, Severity severity) {
        List<Finding> findings = seen.stream()
                .filter(one -> !allowed(one))
                .map(one -> new Finding(severity, message(one)))
                .toList();
        return new Observation(
                seen.stream().mapToLong(Seen::failing).sum(),
                rows == null ? null : seen.stream().mapToLong(Seen::outOf).sum(),
                findings,
                FailingRows.withFiles(
                        session, together(seen.stream().map(Seen::rows).toList())));
    }

    private boolean allowed(Seen seen) {
        return BigDecimal.valueOf(seen.failing())
                        .multiply(HUNDRED)
                        .compareTo(allowedPercent.multiply(BigDecimal.valueOf(seen.outOf())))
                <= 0;
    }

    private String message(Seen seen) {
        String count = String.format(Locale.ROOT, "%,d", seen.failing());
        String outOf = seen.total() == null ? " found" : String.format(Locale.ROOT, " of %,d", seen.total());
        return seen.target().label() + count + outOf + "; " + advice;
    }

    private static Table together(List<Table> tables) {
        if (tables.isEmpty()) {
            return new Table(List.of(), List.of());
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        tables.forEach(table -> rows.addAll(table.rows()));
        return new Table(
                tables.get(0).columns(), rows.stream().limit(FailingRows.LISTED).toList());
    }

    /** What a SELECT gives. */
    private interface Answer {
        Table of(Session session, String with, Bound bound);
    }

    /** The subject of the SELECT: a feed, a column of it, or the whole plant. */
    private record Target(@Nullable Feed feed, @Nullable String column) {
        String label() {
            return Stream.of(feed == null ? "" : feed.name(), column == null ? "" : column)
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.collectingAndThen(
                            Collectors.joining("."), label -> label.isEmpty() ? "" : label + ": "));
        }
    }

    private record Seen(
            Target target,
            Table rows,
            long failing,
            @Nullable Long total) {
        /** Without a count of all rows, only the failing ones are known. */
        long outOf() {
            return total == null ? 0 : total;
        }
    }
}
