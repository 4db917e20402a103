package io.yieldline.quality;

import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers that earlier checks have kept, as far as they are needed, and those that are found now. */
final class KeptAnswers {
    /** Stands for several months in the place of one: those before the latest. */
    static final String OLDER = "older";

    private final Map<String, KeptAnswer> known = new HashMap<>();
    private final Map<String, KeptAnswer> found = new HashMap<>();
    private boolean latestRead;
    private boolean allRead;

    /** Reads what is kept when it is needed, or never. */
    KeptAnswers(boolean read) {
        latestRead = !read;
        allRead = !read;
    }

    /** What is kept of a question; the months that stand as one are read, all at once, when one of them is needed. */
    @Nullable
    KeptAnswer find(Session session, String question, String month) {
        if (!latestRead) {
            latestRead = true;
            KeptAnswer.latest(session).forEach(answer -> known.putIfAbsent(answer.key(), answer));
        }
        KeptAnswer answer = known.get(KeptAnswer.key(question, month));
        KeptAnswer older = known.get(KeptAnswer.key(question, OLDER));
        if (answer != null || allRead || older == null || !older.covers(month)) {
            return answer;
        }
        allRead = true;
        KeptAnswer.all(session).forEach(each -> known.putIfAbsent(each.key(), each));
        return known.get(KeptAnswer.key(question, month));
    }

    /** Whether it was found now, and not by an earlier check. */
    boolean isNew(KeptAnswer answer) {
        return found.containsKey(answer.key());
    }

    /** Takes an answer for the place of an earlier one; one that cannot be kept as it is is asked for again. */
    void add(String question, String month, long change, String basis, LocalDateTime at, Table table) {
        AnswerText.of(table)
                .map(text -> new KeptAnswer(question, month, change, basis, at.withNano(0), text))
                .ifPresent(answer -> {
                    known.put(answer.key(), answer);
                    found.put(answer.key(), answer);
                });
    }

    /** Keeps what was found, and forgets what nobody asked for in the days before. */
    void store(Session session, long days) {
        KeptAnswer.store(session, new ArrayList<>(found.values()));
        found.values().stream()
                .map(KeptAnswer::askedAt)
                .max(LocalDateTime::compareTo)
                .ifPresent(now -> KeptAnswer.forget(session, now.minusDays(days)));
        found.clear();
    }
}
