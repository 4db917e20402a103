package io.yieldline.insight;

import io.yieldline.control.FalseDiscoveries;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The stations of a period against those of other days: why their yields changed, and which of them are worse beyond what the mix
 * explains. The yields are of records; a station is worse if more of its units failed their first judged run than units of the same
 * part numbers did on the other days, by an exact test within part numbers, false discoveries controlled at {@link
 * Suspects#FALSE_SHARE} over all stations and models.
 */
public final class StationComparison {
    private static final String AFTER = "after";

    private final Optional<YieldChange> change;
    private final Map<List<String>, Suspect> judged;
    private final double limit;

    private StationComparison(Optional<YieldChange> change, Map<List<String>, Suspect> judged) {
        this.change = change;
        this.judged = judged;
        this.limit = FalseDiscoveries.limit(
                judged.values().stream().mapToDouble(each -> Objects.requireNonNull(each.pValue())),
                Suspects.FALSE_SHARE);
    }

    /** @param before days to compare with; none if there is nothing to compare */
    public static StationComparison of(Session session, Collection<LocalDate> before, Period after) {
        if (before.isEmpty()) {
            return new StationComparison(Optional.empty(), Map.of());
        }
        Period days = Period.ofDays(before);
        List<FirstRuns> runs = new ArrayList<>(firstRuns(session, days, "before"));
        runs.addAll(firstRuns(session, after, AFTER));
        return new StationComparison(
                Optional.of(
                        YieldChange.of(new ChangeQuestion(days, after, Map.of(), ChangeQuestion.DEFAULT_BY), session)),
                judged(runs));
    }

    /** The station moves from the place of the suspect to the stratum. */
    private static List<FirstRuns> firstRuns(Session session, Period period, String name) {
        return new SuspectsQuestion(period, Suspected.STATION, Map.of())
                .firstRuns(session).stream()
                        .map(runs -> new FirstRuns(
                                List.of(
                                        runs.stratum().get(0),
                                        runs.suspect(),
                                        runs.stratum().get(1)),
                                name,
                                runs.failure(),
                                runs.units()))
                        .toList();
    }

    /** Whether any station of these first runs is worse after than before. */
    static boolean anyWorse(List<FirstRuns> runs) {
        StationComparison found = new StationComparison(Optional.empty(), judged(runs));
        return found.judged.keySet().stream().anyMatch(key -> found.worse(key.get(0), key.get(1)));
    }

    static Map<List<String>, Suspect> judged(List<FirstRuns> runs) {
        Map<List<String>, List<FirstRuns>> stations = new LinkedHashMap<>();
        runs.forEach(each -> stations.computeIfAbsent(each.stratum().subList(0, 2), key -> new ArrayList<>())
                .add(each));
        Map<List<String>, Suspect> judged = new LinkedHashMap<>();
        stations.forEach((station, its) -> new Strata(its)
                .suspects(false).stream()
                        .filter(each -> each.name().equals(AFTER) && each.judged())
                        .forEach(each -> judged.put(station, each)));
        return judged;
    }

    /** Why the yield of a model at a station changed; empty if there is nothing to compare. */
    public Optional<Terms> terms(String model, String station) {
        return change.flatMap(found -> found.terms(model, station));
    }

    /** Whether a model fails more units at a station than its mix explains. */
    public boolean worse(String model, String station) {
        Suspect found = judged.get(List.of(model, station));
        return found != null && Objects.requireNonNull(found.pValue()) <= limit;
    }
}
