package io.yieldline.quality;

import io.yieldline.Program;
import io.yieldline.Sha256;
import io.yieldline.feed.Feed;
import io.yieldline.quality.Question.Part;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The answers of questions for each month. One that was found earlier is carried on while nothing changed that decides it, for
 * {@value #DAYS} days at most: what somebody changed behind the back of the program is seen then.
 */
public final class MonthAnswers {
    /** After so many days everything is asked again. */
    public static final int DAYS = 7;

    /** The place of the list of months among the answers. */
    private static final String NO_MONTH = "";

    private final boolean remembers;
    private final boolean full;
    private final Map<String, KeptAnswer> known = new HashMap<>();
    private final List<KeptAnswer> found = new ArrayList<>();
    private final Set<String> askedNow = new HashSet<>();
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

    /** The answers of a question: one for each month in order, or one for all days of the inspection. */
    List<Table> ask(Session session, Inspection inspection, Question question) {
        if (!remembers || !inspection.days().coversAll()) {
            return List.of(question.ask().of(session, new Part("", inspection.window(session, 0))));
        }
        MonthState now = state(session, inspection);
        return months(session, inspection, now, question.feeds()).stream()
                .map(month -> answer(session, inspection, now, question, month))
                .toList();
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

    private MonthState state(Session session, Inspection inspection) {
        MonthState now = state;
        if (now == null) {
            now = MonthState.of(session, inspection);
            state = now;
            known.putAll(KeptAnswer.all(session));
        }
        return now;
    }

    private Table answer(Session session, Inspection inspection, MonthState now, Question question, String month) {
        String hash = hash(question.text());
        String basis = now.basis(session, question, month);
        KeptAnswer kept = known.get(KeptAnswer.key(hash, month));
        if (kept != null && usable(kept, now.lastChange(question, month), basis, inspection.now())) {
            looked = looked.and(kept, !askedNow.contains(kept.key()));
            return kept.table();
        }
        Table table = question.ask().of(session, now.part(question, month));
        found(hash, month, now, basis, inspection.now(), table);
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
                    looked = looked.and(answer, false);
                });
    }

    /** The months of the records of some feeds, in order. */
    private Set<String> months(Session session, Inspection inspection, MonthState now, List<Feed> feeds) {
        Set<String> months = new TreeSet<>();
        feeds.forEach(feed -> months.addAll(months(session, inspection, now, feed)));
        return months;
    }

    /** Those that were known, and those that were written to since. */
    private Set<String> months(Session session, Inspection inspection, MonthState now, Feed feed) {
        String hash = hash("months of " + feed.name());
        KeptAnswer kept = known.get(KeptAnswer.key(hash, NO_MONTH));
        boolean usable = kept != null && usable(kept, now.wholeChange(feed), "", inspection.now());
        if (kept != null && usable && now.monthsAfter(feed, kept.change()).isEmpty()) {
            return listed(kept.table());
        }
        Set<String> months = new TreeSet<>(now.monthsAfter(feed, kept == null ? 0 : kept.change()));
        months.addAll(kept != null && usable ? listed(kept.table()) : now.months(session, feed));
        months.remove(NO_MONTH);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        months.forEach(month -> rows.add(List.of(month)));
        found(hash, NO_MONTH, now, "", inspection.now(), new Table(List.of("month"), rows));
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
