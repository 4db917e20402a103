package io.yieldline.quality;

import io.yieldline.quality.CheckHistory.StoredResult;
import io.yieldline.warehouse.Session;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The data-quality score as it was: by the latest result that every check had at that time. */
public final class ScoreHistory {
    /** The results in a time, and the latest before it. */
    private static final String IN_TIME = CheckHistory.RESULTS + " from check_result r where "
            + CheckHistory.overAllDays("r") + " and r.finished_at < ? and (r.finished_at >= ?"
            + " or r.run_id = (select max(l.run_id) from check_result l where l.check_name = r.check_name"
            + " and l.finished_at < ? and " + CheckHistory.overAllDays("l") + ")) order by r.finished_at, r.run_id";

    private ScoreHistory() {}

    /**
     * The score at each of these moments.
     *
     * @param checks the checks of the plant; others do not count
     * @param moments in plant time, in order
     */
    public static Map<LocalDateTime, Score> at(Session session, Checks checks, List<LocalDateTime> moments) {
        Set<String> known = checks.all().stream().map(Check::name).collect(Collectors.toSet());
        LocalDateTime first = moments.get(0);
        List<StoredResult> results =
                session.query(IN_TIME, CheckHistory::stored, moments.get(moments.size() - 1), first, first);
        Map<LocalDateTime, Score> scores = new LinkedHashMap<>();
        Map<String, StoredResult> latest = new TreeMap<>();
        int next = 0;
        for (LocalDateTime moment : moments) {
            for (; next < results.size() && results.get(next).finishedAt().isBefore(moment); next++) {
                StoredResult stored = results.get(next);
                if (known.contains(stored.result().check())) {
                    latest.merge(stored.result().check(), stored, ScoreHistory::later);
                }
            }
            scores.put(
                    moment,
                    Score.of(latest.values().stream().map(StoredResult::result).toList(), known.size()));
        }
        return scores;
    }

    private static StoredResult later(StoredResult one, StoredResult other) {
        return one.run() > other.run() ? one : other;
    }
}
