package io.yieldline.finding;

import io.yieldline.insight.Dimension;
import io.yieldline.insight.Period;
import io.yieldline.insight.SeriesKind;
import io.yieldline.insight.SubjectUnits;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether two episodes that mirror each other are about the same units: a check that moved fails the same work at another station or
 * under another code, from one working day to the next. Two that only have the same size and nearly the same day are a coincidence.
 */
final class MirrorUnits implements BiPredicate<Episode, Episode> {
    /** The least share of the units of the greater one that must be of the same work. */
    private static final double ALIKE = 0.5;

    private final Session session;
    private final LocalDate last;

    MirrorUnits(Session session, LocalDate last) {
        this.session = session;
        this.last = last;
    }

    @Override
    public boolean test(Episode main, Episode other) {
        return !worked(main, other) && alike(beyond(main), beyond(other));
    }

    /** Whether either of them had units between the two onsets. */
    private boolean worked(Episode main, Episode other) {
        LocalDate first = main.since().isBefore(other.since()) ? main.since() : other.since();
        LocalDate next = main.since().isBefore(other.since()) ? other.since() : main.since();
        return first.isBefore(next)
                && List.of(main, other).stream()
                        .anyMatch(each ->
                                units(each, Period.of(first, next.minusDays(1))).any(session));
    }

    /** What fails more in one must fail less in the other, for the same work. */
    static boolean alike(Map<List<String>, Double> more, Map<List<String>, Double> fewer) {
        Set<List<String>> work = new HashSet<>(more.keySet());
        work.retainAll(fewer.keySet());
        double same = work.stream()
                .mapToDouble(each -> Math.min(more.getOrDefault(each, 0.0), -fewer.getOrDefault(each, 0.0)))
                .filter(units -> units > 0)
                .sum();
        return same >= ALIKE * Math.max(sum(more), -sum(fewer));
    }

    private static double sum(Map<List<String>, Double> units) {
        return units.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The failed units beyond those that the rate before makes, by the work that is alike. */
    private Map<List<String>, Double> beyond(Episode episode) {
        Map<List<String>, long[]> before =
                counts(episode, Period.of(episode.from(), episode.since().minusDays(1)));
        Map<List<String>, Double> beyond = new HashMap<>();
        counts(episode, Period.of(episode.since(), episode.until(last))).forEach((work, after) -> {
            long @Nullable [] known = before.get(work);
            double rate = known == null ? episode.before().share() : (double) known[0] / known[1];
            beyond.put(work, after[0] - after[1] * rate);
        });
        return beyond;
    }

    /** Failed and all units of a period. */
    private Map<List<String>, long[]> counts(Episode episode, Period period) {
        List<Dimension> work = station(episode)
                ? List.of(Dimension.PART_NUMBER, Dimension.FLOW)
                : List.of(Dimension.PART_NUMBER, Dimension.FIXTURE);
        return units(episode, period).counts(work, session);
    }

    private static SubjectUnits units(Episode episode, Period period) {
        return new SubjectUnits(
                period,
                !station(episode),
                Map.of(
                        Dimension.MODEL, episode.subject().model(),
                        Dimension.STATION, episode.subject().station()),
                station(episode) ? null : episode.subject().name());
    }

    private static boolean station(Episode episode) {
        return episode.subject().kind() == SeriesKind.STATION;
    }
}
