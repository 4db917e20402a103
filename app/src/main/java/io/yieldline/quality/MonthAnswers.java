package io.yieldline.quality;

import io.yieldline.Program;
import io.yieldline.Sha256;
import io.yieldline.feed.Feed;
import io.yieldline.quality.Inspection.Window;
import io.yieldline.quality.Question.Part;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The answers of questions for each month. One that was found earlier is carried on while nothing changed that decides it, for
 * {@value #DAYS} days at most: what somebody changed behind the back of the program is seen then. Those of the older months are also
 * kept as one, so that a check reads as much with a long history as with a short one.
 */
public final class MonthAnswers {
    /** After so many days everything is asked again. */
    public static final int DAYS = 7;

    /** So many of the latest months stand for themselves: new records seldom reach further back. */
    private static final int LATEST = 3;

    private final boolean remembers;
    private final boolean full;
    private final KeptAnswers kept;
    private final Map<String, Answer> answered = new HashMap<>();
    private final Map<String, Set<YearMonth>> monthsOf = new HashMap<>();
    private final Map<String, List<YearMonth>> monthsAround = new HashMap<>();
    private final Map<String, DayCounts> days = new HashMap<>();
    private @Nullable MonthState state;
    private Looked looked = Looked.EVERYTHING;

    private MonthAnswers(boolean remembers, boolean full) {
        this.remembers = remembers;
        this.full = full;
        this.kept = new KeptAnswers(!full);
    }

    /** Asks for all days at once, and carries nothing on. */
    public static MonthAnswers none() {
        return new MonthAnswers(false, true);
    }

    /**
     * Asks for each month.
     *
     * @param full whether every month is asked again
     */
    public static MonthAnswers carried(boolean full) {
        return new MonthAnswers(true, full);
    }

    /**
     * The answer of a question.
     *
     * @param days the days to ask of where that is not done by month
     */
    Table ask(Session session, Inspection inspection, Question question, Window days) {
        if (!remembers || !days.coversAll()) {
            return question.ask().of(session, new Part("", days));
        }
        Asking asking = asking(session, inspection, question);
        Answer answer = question.given() == null ? again(asking) : answer(asking);
        looked = looked.and(answer.looked());
        return answer.table();
    }

    /** The answer of a question for a part of the months of all records, as {@link #ask} takes them. */
    Table part(Session session, Inspection inspection, Question question, Span span) {
        Asking asking = asking(session, inspection, question);
        boolean one = span.single() || span.equals(Span.ALL);
        return (one ? answer(asking, span) : together(asking, span)).table();
    }

    /** The records of a feed by day, which most checks of the latest days need. */
    DayCounts days(Feed feed, Supplier<DayCounts> counted) {
        DayCounts known = days.get(feed.name());
        DayCounts counts = known == null ? counted.get() : known;
        days.put(feed.name(), counts);
        return counts;
    }

    /** What was looked at since this was asked last. */
    Looked looked() {
        Looked last = looked;
        looked = Looked.EVERYTHING;
        return last;
    }

    /** Keeps what was found, and forgets what nobody asks for any more. */
    public void keep(Session session) {
        kept.store(session, 2L * DAYS);
    }

    private Asking asking(Session session, Inspection inspection, Question question) {
        MonthState now = state;
        if (now == null) {
            now = MonthState.of(session, inspection);
            state = now;
        }
        return new Asking(session, inspection, question, now, hash(question.text()));
    }

    /** Several checks ask the same. */
    private Answer again(Asking asking) {
        Answer before = answered.get(asking.hash());
        Answer answer = before == null ? answer(asking) : before;
        answered.put(asking.hash(), answer);
        return answer;
    }

    private Answer answer(Asking asking) {
        List<YearMonth> months = asking.question().whole() ? List.of() : months(asking);
        if (months.isEmpty()) {
            return answer(asking, Span.ALL);
        }
        int older = months.size() - LATEST;
        List<Answer> answers = new ArrayList<>();
        if (older > 1) {
            answers.add(together(asking, new Span(months.get(0), months.get(older - 1))));
        }
        months.subList(older > 1 ? older : 0, months.size())
                .forEach(month -> answers.add(answer(asking, Span.of(month))));
        return Answer.of(answers, asking.question());
    }

    /** The answer for a month, or for all days where there is no record or the question is asked of all. */
    private Answer answer(Asking asking, Span span) {
        String basis = asking.basis(span);
        KeptAnswer known = kept.find(asking.session(), asking.hash(), span.name());
        if (known != null && usable(known, asking, span, basis)) {
            return new Answer(known.table(), kept.isNew(known) ? Looked.asked(1) : Looked.carried(1, known.askedAt()));
        }
        Table table = asking.question().ask().of(asking.session(), asking.part(span));
        found(asking, span.name(), basis, asking.inspection().now(), table);
        return new Answer(table, Looked.asked(1));
    }

    /** The answer for several months as one, which holds as long as each of them does. */
    private Answer together(Asking asking, Span span) {
        List<YearMonth> months = months(asking).stream().filter(span::has).toList();
        String basis = span + " " + asking.basis(span);
        KeptAnswer known = kept.find(asking.session(), asking.hash(), KeptAnswers.OLDER);
        if (known != null && !kept.isNew(known) && usable(known, asking, span, basis)) {
            return new Answer(known.table(), Looked.carried(months.size(), known.askedAt()));
        }
        Answer answer = Answer.of(
                months.stream().map(month -> answer(asking, Span.of(month))).toList(), asking.question());
        LocalDateTime since = answer.looked().since();
        found(
                asking,
                KeptAnswers.OLDER,
                basis,
                since == null ? asking.inspection().now() : since,
                answer.table());
        return answer;
    }

    /** Whether an answer still holds; one from a time to come was made when the clock was wrong. */
    private boolean usable(KeptAnswer known, Asking asking, Span span, String basis) {
        LocalDateTime now = asking.inspection().now();
        return kept.isNew(known)
                || !full
                        && known.change() >= asking.now().lastChange(asking.question(), span)
                        && known.basis().equals(basis)
                        && recent(known, now);
    }

    private static boolean recent(KeptAnswer known, LocalDateTime now) {
        return known.askedAt().isAfter(now.minusDays(DAYS)) && !known.askedAt().isAfter(now);
    }

    private void found(Asking asking, String part, String basis, LocalDateTime at, Table table) {
        kept.add(asking.hash(), part, asking.now().change(), basis, at, table);
    }

    /** The months of the records that a question reads, and those around them whose answers they decide, in order. */
    private List<YearMonth> months(Asking asking) {
        Question question = asking.question();
        String key = question.before() + " " + question.after() + " "
                + question.feeds().stream().map(Feed::name).toList();
        return monthsAround.computeIfAbsent(key, about -> List.copyOf(monthsAround(asking, question)));
    }

    private Set<YearMonth> monthsAround(Asking asking, Question question) {
        Set<YearMonth> months = new TreeSet<>();
        for (Feed feed : question.feeds()) {
            for (YearMonth month : monthsOf.computeIfAbsent(feed.name(), name -> months(asking, feed))) {
                IntStream.rangeClosed(-question.after(), question.before())
                        .mapToObj(month::plusMonths)
                        .filter(Span.ALL::has)
                        .forEach(months::add);
            }
        }
        return months;
    }

    /**
     * Those that were known, and those that were written to since. The list is as old as the look that found it: after some days it
     * is found again, with the months that nobody said were written to.
     */
    private Set<YearMonth> months(Asking asking, Feed feed) {
        MonthState now = asking.now();
        String hash = hash("months of " + feed.name());
        KeptAnswer known = kept.find(asking.session(), hash, Span.ALL.name());
        if (known == null
                || known.change() < now.wholeChange(feed)
                || !recent(known, asking.inspection().now())) {
            return found(
                    hash,
                    now,
                    now.months(asking.session(), feed),
                    asking.inspection().now());
        }
        Set<YearMonth> months = listed(known.table());
        return months.addAll(now.monthsAfter(feed, known.change()))
                ? found(hash, now, months, known.askedAt())
                : months;
    }

    private Set<YearMonth> found(String hash, MonthState now, Set<YearMonth> months, LocalDateTime at) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        months.forEach(month -> rows.add(List.of(month.toString())));
        kept.add(hash, Span.ALL.name(), now.change(), "", at, new Table(List.of("month"), rows));
        return months;
    }

    private static Set<YearMonth> listed(Table table) {
        return table.rows().stream()
                .map(row -> YearMonth.parse(String.valueOf(row.get(0))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Another version of the program may ask the same and mean something else. */
    private static String hash(String text) {
        return Sha256.of(Program.version() + "\n" + text).substring(0, 32);
    }

    /** A question that is asked in some state of the plant. */
    private record Asking(Session session, Inspection inspection, Question question, MonthState now, String hash) {
        String basis(Span span) {
            return now.basis(session, question, span);
        }

        Part part(Span span) {
            return span.equals(Span.ALL) ? new Part("", Window.ALL) : now.part(question, span.first());
        }
    }

    /** An answer, and how much was looked at for it. */
    private record Answer(Table table, Looked looked) {
        static Answer of(List<Answer> parts, Question question) {
            return parts.size() == 1
                    ? parts.get(0)
                    : new Answer(
                            question.together()
                                    .of(parts.stream().map(Answer::table).toList()),
                            parts.stream().map(Answer::looked).reduce(Looked.EVERYTHING, Looked::and));
        }
    }
}
