package io.yieldline.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether a station fails more units than before and than its part numbers explain. */
class StationComparisonTest {
    /** The pooled failure rate doubles, each part number fails as before. */
    @Test
    void otherMixOfPartNumbers_isNotWorse() {
        List<FirstRuns> runs = new ArrayList<>();
        add(runs, "EASY", "before", 190, 10);
        add(runs, "HARD", "before", 80, 20);
        add(runs, "EASY", "after", 19, 1);
        add(runs, "HARD", "after", 80, 20);

        assertThat(judged(runs).pValue()).isGreaterThan(0.3);
    }

    @Test
    void moreFailuresOfTheSamePartNumber_areWorse_byTheUnitsOfBothPeriods() {
        List<FirstRuns> runs = new ArrayList<>();
        add(runs, "EASY", "before", 190, 10);
        add(runs, "EASY", "after", 70, 30);

        Suspect found = judged(runs);
        assertThat(found.units()).isEqualTo(100);
        assertThat(found.failed()).isEqualTo(30);
        assertThat(found.pValue()).isLessThan(1e-6);
    }

    @Test
    void fewUnits_areNotJudged() {
        List<FirstRuns> runs = new ArrayList<>();
        add(runs, "EASY", "before", 190, 10);
        add(runs, "EASY", "after", 0, 9);

        assertThat(StationComparison.judged(runs)).isEmpty();
    }

    private static Suspect judged(List<FirstRuns> runs) {
        Map<List<String>, Suspect> judged = StationComparison.judged(runs);
        assertThat(judged).containsOnlyKeys(List.of("SXM", "FI"));
        return judged.get(List.of("SXM", "FI"));
    }

    private static void add(List<FirstRuns> runs, String part, String period, int passed, int failed) {
        runs.add(new FirstRuns(List.of("SXM", "FI", part), period, "", passed));
        runs.add(new FirstRuns(List.of("SXM", "FI", part), period, FirstRuns.FAILED, failed));
    }
}
