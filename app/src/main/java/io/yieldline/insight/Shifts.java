package io.yieldline.insight;

import io.yieldline.control.Segmentation;
import io.yieldline.warehouse.Session;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Since when series fail at another rate.
 *
 * @param question what was asked, with its first and last day
 * @param leastPoints the smallest difference of two failure rates that counts, in percentage points
 * @param series the number of series that were looked at
 * @param tooFew the number of series with too few failed or passed units to tell
 * @param found the shifts, the one with the strongest evidence first
 */
public record Shifts(ShiftQuestion question, BigDecimal leastPoints, int series, int tooFew, List<Shift> found) {
    /** What the counts of each series are. */
    public static final String BASIS = "units by their first judged run at a station";

    private static final Comparator<Shift> STRONGEST_FIRST = Comparator.comparing(
                    (Shift shift) -> shift.change().g())
            .reversed()
            .thenComparing(Shift::subject)
            .thenComparing(shift -> shift.change().since());

    /** Answers a question from the master logs. */
    public static Shifts of(ShiftQuestion question, BigDecimal leastPoints, Session session) {
        ShiftQuestion asked = question.resolved(session);
        if (asked.days().to() == null) {
            return of(asked, leastPoints, List.of());
        }
        return of(asked, leastPoints, new SeriesQuery(session, asked.filter()).of(asked.of()));
    }

    /**
     * Answers a question for each kind of series by itself, with its own control of false discoveries: many fixtures do not hide a
     * station.
     */
    public static List<Shifts> ofEachKind(ShiftQuestion question, BigDecimal leastPoints, Session session) {
        ShiftQuestion asked = question.resolved(session);
        List<FailureSeries> all = new SeriesQuery(session, asked.filter()).of(asked.of());
        return asked.of().stream()
                .map(kind -> of(
                        asked,
                        leastPoints,
                        all.stream()
                                .filter(series -> series.subject().kind() == kind)
                                .toList()))
                .toList();
    }

    static Shifts of(ShiftQuestion question, BigDecimal leastPoints, List<FailureSeries> all) {
        List<FailureSeries> telling = all.stream()
                .filter(FailureSeries::varies)
                .sorted(Comparator.comparing(FailureSeries::subject))
                .toList();
        List<Segmentation> cut = Segmentation.of(
                telling.stream().map(FailureSeries::days).toList(),
                leastPoints.movePointLeft(2).doubleValue());
        List<Shift> found = IntStream.range(0, telling.size())
                .boxed()
                .flatMap(i -> cut.get(i).changes().stream()
                        .map(change -> new Shift(telling.get(i).subject(), change)))
                .sorted(STRONGEST_FIRST)
                .toList();
        return new Shifts(question, leastPoints, telling.size(), all.size() - telling.size(), found);
    }
}
