package io.yieldline.health;

import io.yieldline.quality.Checks;
import io.yieldline.quality.Dimension;
import io.yieldline.quality.Score;
import io.yieldline.quality.ScoreHistory;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The data-quality score at the end of each period: that of {@link Score}, as everywhere. */
final class QualityMetric implements Metric {
    private final Checks checks;

    QualityMetric(Checks checks) {
        this.checks = checks;
    }

    @Override
    public String name() {
        return "quality";
    }

    @Override
    public String definition() {
        return "the data-quality score, 0 to 100, by the latest result of every check at the end of the period: "
                + Score.FORMULA;
    }

    @Override
    public History history(Session session, Periods periods) {
        Map<LocalDate, LocalDateTime> ends = new LinkedHashMap<>();
        periods.starts().forEach(start -> ends.put(start, periods.after(start).atStartOfDay()));
        Map<LocalDateTime, Score> scores = ScoreHistory.at(session, checks, List.copyOf(ends.values()));
        Map<String, List<@Nullable Object>> byPeriod = new LinkedHashMap<>();
        List<List<@Nullable Object>> details = new ArrayList<>();
        ends.forEach((start, end) -> {
            Score score = Objects.requireNonNull(scores.get(end));
            byPeriod.put(periods.of(start), Collections.singletonList(score.points()));
            details.add(row(periods.of(start), score));
        });
        return new History(List.of("quality_score"), byPeriod, new Table(columns(periods), details));
    }

    private static List<String> columns(Periods periods) {
        List<String> columns = new ArrayList<>(List.of(periods.column(), "quality_score"));
        Arrays.stream(Dimension.values()).map(Dimension::word).forEach(columns::add);
        columns.addAll(List.of("checks", "of_checks"));
        return columns;
    }

    private static List<@Nullable Object> row(String period, Score score) {
        List<@Nullable Object> row = new ArrayList<>(Arrays.asList(period, score.points()));
        score.dimensions().forEach(dimension -> row.add(dimension.points()));
        row.add((long) score.shares().size());
        row.add(score.shares().isEmpty() ? null : (long) score.checks());
        return row;
    }
}
