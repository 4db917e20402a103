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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The answers of questions for each month. One that was found earlier is carried on while nothing changed that decides it, for
 * {@value #DAYS} days at most: what somebody changed behind the back of the program is seen then.
 */
public final class MonthAnswers {
    /** After so many days everything is asked again. */
    public static final int DAYS = 7;

    private final boolean remembers;
    private final boolean full;
    private final Map<String, KeptAnswer> known = new HashMap<>();
    private final List<KeptAnswer> found = new ArrayList<>();
    private final Set<String> askedNow = new HashSet<>();
    private boolean read;
    private @Nullable MonthState state;
    private Looked looked = Looked.EVERYTHING;

    private MonthAnswers(boolean remembers, boolean full) {
        this.remembers = remembers;
        this.full = full;
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
     * The answers of a question by month, in order; where it is asked of all days at once, under {@link Question#ALL}.
     *
     * @param days the days to ask of where that is not done by month
     */
    Map<String, Table> ask(Session session, Inspection inspection, Question question, Window days) {
        if (!remembers || !days.coversAll()) {
            return atOnce(session, question, days);
        }
        MonthState now = state(session, inspection);
        Set<String> months = months(session, inspection, now, question);
        if (months.isEmpty()) {
            return atOnce(session, question, days);
        }
        Map<String, Table> answers = new TreeMap<>();
        months.forEach(month -> answers.put(month, answer(session, inspection, now, question, month)));
        return answers;
    }

    /** What was looked at since this was asked last. */
    Looked looked() {
        Looked last = looked;
        looked = Looked.EVERYTHING;
        return last;
    }

    /** Keeps what was found, and forgets what nobody asks for any more. */
    public void keep(Session session) {
        KeptAnswer.store(session, found);
        found.stream()
                .map(KeptAnswer::askedAt)
                .max(LocalDateTime::compareTo)
                .ifPresent(now -> KeptAnswer.forget(session, now.minusDays(2L * DAYS)));
        found.clear();
    }

    private static Map<String, Table> atOnce(Session session, Question question, Window days) {
        return Map.of(Question.ALL, question.ask().of(session, new Part(Question.ALL, "", days)));
    }

    private MonthState state(Session session, Inspection inspection) {
        MonthState now = state;
        if (now == null) {
            now = MonthState.of(session, inspection);
            state = now;
        }
        return now;
    }

    /** What is kept of a question for a month; all are read at once, as one statement costs less than one for each. */
    private @Nullable KeptAnswer kept(Session session, String hash, String month) {
        if (!full && !read) {
            read = true;
            KeptAnswer.like(session, "%").forEach(answer -> known.putIfAbsent(answer.key(), answer));
        }
        return known.get(KeptAnswer.key(hash, month));
    }

    private Table answer(Session session, Inspection inspection, MonthState now, Question question, String month) {
        String hash = hash(question.text());
        String basis = now.basis(session, question, month);
        KeptAnswer kept = kept(session, hash, month);
        if (kept != null && usable(kept, now.lastChange(question, month), basis, inspection.now())) {
            looked = askedNow.contains(kept.key()) ? looked.asking() : looked.carrying(kept);
            return kept.table();
        }
        Table table = question.ask().of(session, now.part(question, month));
        found(hash, month, now, basis, inspection.now(), table);
        looked = looked.asking();
        return table;
    }

    /** Whether an answer still holds; one from a time to come was made when the clock was wrong. */
    private boolean usable(KeptAnswer kept, long lastChange, String basis, LocalDateTime now) {
        return askedNow.contains(kept.key())
                || !full
                        && kept.change() >= lastChange
                        && kept.basis().equals(basis)
                        && kept.askedAt().isAfter(now.minusDays(DAYS))
                        && !kept.askedAt().isAfter(now);
    }

    private void found(String hash, String month, MonthState state, String basis, LocalDateTime now, Table table) {
        AnswerText.of(table)
                .map(text -> new KeptAnswer(hash, month, state.change(), basis, now.withNano(0), text))
                .ifPresent(answer -> {
                    known.put(answer.key(), answer);
                    askedNow.add(answer.key());
                    found.add(answer);
                });
    }

    /** The months of the records that a question reads, and those around them whose answers they decide. */
    private Set<String> months(Session session, Inspection inspection, MonthState now, Question question) {
        Set<String> months = new TreeSet<>();
        for (Feed feed : question.feeds()) {
            months(session, inspection, now, feed).stream()
                    .map(YearMonth::parse)
                    .flatMap(month -> IntStream.rangeClosed(-question.around(), question.around())
                            .mapToObj(month::plusMonths))
                    .filter(month -> month.getYear() >= 1 && month.getYear() <= 9999)
                    .forEach(month -> months.add(month.toString()));
        }
        return months;
    }

    /**
     * Those that were known, and those that were written to since. The list is as old as the look that found it: after some days it
     * is found again, with the months that nobody said were written to.
     */
    private Set<String> months(Session session, Inspection inspection, MonthState now, Feed feed) {
        String hash = hash("months of " + feed.name());
        KeptAnswer kept = kept(session, hash, Question.ALL);
        if (kept == null || !usable(kept, now.wholeChange(feed), "", inspection.now())) {
            return found(hash, now, now.months(session, feed), inspection.now());
        }
        Set<String> known = listed(kept.table());
        Set<String> written = now.monthsAfter(feed, kept.change());
        return known.addAll(written) ? found(hash, now, known, kept.askedAt()) : known;
    }

    private Set<String> found(String hash, MonthState now, Set<String> months, LocalDateTime at) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        months.forEach(month -> rows.add(List.of(month)));
        found(hash, Question.ALL, now, "", at, new Table(List.of("month"), rows));
        return months;
    }

    private static Set<String> listed(Table table) {
        return table.rows().stream()
                .map(row -> String.valueOf(row.get(0)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Another version of the program may ask the same and mean something else. */
    private static String hash(String text) {
        return Sha256.of(Program.version() + "\n" + text).substring(0, 32);
    }
}
