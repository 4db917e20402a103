package io.yieldline.quality;

import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of the records a check looked at.
 *
 * @param asked how many answers it asked for, most of them for one month
 * @param carried how many answers it carried on from earlier checks, because nothing changed that decides them
 * @param since when the oldest answer that it carried on was found, in plant time; null if it looked at everything
 */
public record Looked(long asked, long carried, @Nullable LocalDateTime since) {
    /** At all that it checks. */
    static final Looked EVERYTHING = new Looked(0, 0, null);

    /** Under this and the name of a check, the last look of it stands among the answers. */
    private static final String BY = "looked by ";

    /** Whether it looked at what changed, and carried on the rest. */
    public boolean onlyChanges() {
        return carried > 0;
    }

    /** Some answers that were asked for. */
    static Looked asked(long answers) {
        return new Looked(answers, 0, null);
    }

    /** Some that were carried on, the oldest of them from this time. */
    static Looked carried(long answers, LocalDateTime since) {
        return new Looked(0, answers, since);
    }

    /** Both of them. */
    Looked and(Looked other) {
        boolean older = since == null || other.since != null && other.since.isBefore(since);
        return new Looked(asked + other.asked, carried + other.carried, older ? other.since : since);
    }

    /** Keeps how much checks about all days looked at. */
    static void keep(Session session, LocalDateTime at, List<CheckReport> reports) {
        List<KeptAnswer> looks = new ArrayList<>();
        reports.forEach(report -> AnswerText.of(report.looked().table())
                .ifPresent(text -> looks.add(new KeptAnswer(BY + report.check(), Span.ALL.name(), 0, "", at, text))));
        KeptAnswer.store(session, looks);
    }

    /** How much each check looked at the last time, by its name; a restored database does not know. */
    static Map<String, Looked> last(Session session) {
        Map<String, Looked> last = new HashMap<>();
        KeptAnswer.beginning(session, BY)
                .forEach(answer -> last.put(
                        answer.question().substring(BY.length()),
                        of(answer.table().rows().get(0))));
        return last;
    }

    private Table table() {
        return new Table(List.of("asked", "carried", "since"), List.of(Arrays.asList(asked, carried, since)));
    }

    private static Looked of(List<@Nullable Object> row) {
        return new Looked((Long) row.get(0), (Long) row.get(1), (LocalDateTime) row.get(2));
    }
}
