package io.yieldline.insight;

import io.yieldline.control.FalseDiscoveries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Fixture or board? Boards that failed on a bad fixture pass on another one; bad boards fail again. Only suspects are asked about.
 *
 * @param cause what is bad; null if the fixture is no suspect
 * @param retested its failed units that were retested on another fixture, without a repair
 * @param passed those of them that passed
 * @param expected the passed ones to be expected from all failed units of the same station, model and part number
 * @param fixturePValue the probability of as many passed ones or more by chance
 * @param boardPValue the probability of as many passed ones or fewer by chance
 */
public record RetestVerdict(
        @Nullable Cause cause,
        long retested,
        long passed,
        @Nullable Double expected,
        @Nullable Double fixturePValue,
        @Nullable Double boardPValue) {
    /** No suspect. */
    static final RetestVerdict NONE = new RetestVerdict(null, 0, 0, null, null, null);

    /** What is bad. */
    public enum Cause {
        /** The fixture: its failed units pass elsewhere more often than others. */
        FIXTURE,
        /** The boards: they pass elsewhere more rarely than others. */
        BOARD,
        /** It cannot be told from the retests so far. */
        UNDECIDED;

        /** The word in tables. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The verdicts of the fixtures that fail more units than their mix explains, by fixture. */
    static Map<String, RetestVerdict> ofSuspects(List<Retest> retests) {
        Suspects suspects = Suspects.of(
                Suspected.FIXTURE, retests.stream().map(Retest::firstRuns).toList());
        Map<String, RetestVerdict> open = new LinkedHashMap<>();
        suspects.suspects().map(Suspect::name).forEach(name -> open.put(name, undecided(name, retests)));
        double fixtures = limit(open, RetestVerdict::fixturePValue);
        double boards = limit(open, RetestVerdict::boardPValue);
        open.replaceAll((name, verdict) -> verdict.decided(fixtures, boards));
        return open;
    }

    private static double limit(Map<String, RetestVerdict> open, Function<RetestVerdict, @Nullable Double> pValue) {
        return FalseDiscoveries.limit(
                open.values().stream().map(pValue).mapToDouble(value -> value == null ? 1 : value),
                Suspects.FALSE_SHARE);
    }

    private static RetestVerdict undecided(String fixture, List<Retest> retests) {
        List<Share> shares =
                shares(fixture, retests.stream().filter(Retest::evidence).toList());
        long passed = shares.stream().mapToLong(Share::hits).sum();
        ByChance chance = ByChance.of(shares);
        return new RetestVerdict(
                Cause.UNDECIDED,
                shares.stream().mapToLong(Share::units).sum(),
                passed,
                shares.stream().mapToDouble(Share::expected).sum(),
                chance.atLeast(passed),
                chance.atMost(passed));
    }

    private static List<Share> shares(String fixture, List<Retest> evidence) {
        Map<List<String>, List<Retest>> strata = new HashMap<>();
        evidence.forEach(each ->
                strata.computeIfAbsent(each.stratum(), key -> new ArrayList<>()).add(each));
        Predicate<Retest> its = each -> each.fixture().equals(fixture);
        return strata.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(its))
                .map(entry -> new Share(
                        entry.getKey(),
                        units(entry.getValue(), its),
                        units(entry.getValue(), its.and(Retest::passed)),
                        units(entry.getValue(), each -> true),
                        units(entry.getValue(), Retest::passed)))
                .toList();
    }

    private static long units(List<Retest> retests, Predicate<Retest> counted) {
        return retests.stream().filter(counted).mapToLong(Retest::units).sum();
    }

    private RetestVerdict decided(double fixtures, double boards) {
        Cause found = fixturePValue != null && fixturePValue <= fixtures
                ? Cause.FIXTURE
                : boardPValue != null && boardPValue <= boards ? Cause.BOARD : Cause.UNDECIDED;
        return new RetestVerdict(found, retested, passed, expected, fixturePValue, boardPValue);
    }
}
