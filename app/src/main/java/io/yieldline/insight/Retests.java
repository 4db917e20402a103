package io.yieldline.insight;

import io.yieldline.warehouse.Session;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of units that failed their first judged run at a test board, and what the repeated runs took.
 *
 * @param settings what a repair is, and what an hour costs
 * @param total all units
 * @param fixtures by the fixture of the first run
 * @param codes by the error code of the first run
 * @param stations by station
 */
public record Retests(
        RetestSettings settings,
        RetestCounts total,
        List<OfFixture> fixtures,
        List<OfCode> codes,
        List<OfStation> stations) {

    /** Answers a question from the master logs. */
    public static Retests of(RetestsQuestion question, RetestSettings settings, Session session) {
        return of(question.firstRuns(settings, session), question.runTimes(session), settings);
    }

    /** Only the verdicts of the suspects, by fixture. */
    public static Map<String, RetestVerdict> verdicts(
            RetestsQuestion question, RetestSettings settings, Session session) {
        return RetestVerdict.ofSuspects(question.firstRuns(settings, session));
    }

    static Retests of(List<Retest> retests, List<RunTime> times, RetestSettings settings) {
        return new Retests(
                settings,
                retests.stream().map(RetestCounts::of).reduce(RetestCounts.NONE, RetestCounts::plus),
                fixtures(retests, repeats(times, RunTime::fixtureBefore)),
                codes(retests, repeats(times, RunTime::codeBefore)),
                stations(retests, times));
    }

    private static List<OfFixture> fixtures(List<Retest> retests, Map<String, Repeats> repeats) {
        Map<String, RetestVerdict> verdicts = RetestVerdict.ofSuspects(retests);
        return counts(retests, Retest::fixture).entrySet().stream()
                .map(entry -> new OfFixture(
                        entry.getKey(),
                        entry.getValue(),
                        verdicts.getOrDefault(entry.getKey(), RetestVerdict.NONE),
                        repeats.getOrDefault(entry.getKey(), Repeats.NONE)))
                .toList();
    }

    private static List<OfCode> codes(List<Retest> retests, Map<String, Repeats> repeats) {
        List<Retest> failed = retests.stream().filter(Retest::failed).toList();
        return counts(failed, Retest::errorCode).entrySet().stream()
                .map(entry -> new OfCode(
                        entry.getKey(), entry.getValue(), repeats.getOrDefault(entry.getKey(), Repeats.NONE)))
                .sorted(Comparator.comparing((OfCode each) -> each.counts().failed())
                        .reversed())
                .toList();
    }

    private static List<OfStation> stations(List<Retest> retests, List<RunTime> times) {
        Map<String, Repeats> repeats = repeats(times, RunTime::station);
        Map<String, Repeats> all = sums(times, RunTime::station);
        return counts(retests, Retest::station).entrySet().stream()
                .map(entry -> new OfStation(
                        entry.getKey(),
                        entry.getValue(),
                        repeats.getOrDefault(entry.getKey(), Repeats.NONE),
                        all.getOrDefault(entry.getKey(), Repeats.NONE)))
                .toList();
    }

    private static Map<String, RetestCounts> counts(List<Retest> retests, Function<Retest, String> key) {
        return retests.stream().collect(Collectors.toMap(key, RetestCounts::of, RetestCounts::plus, TreeMap::new));
    }

    private static Map<String, Repeats> repeats(List<RunTime> times, Function<RunTime, String> key) {
        return sums(times.stream().filter(RunTime::repeated).toList(), key);
    }

    private static Map<String, Repeats> sums(List<RunTime> times, Function<RunTime, String> key) {
        return times.stream().collect(Collectors.toMap(key, Repeats::of, Repeats::plus, TreeMap::new));
    }

    /**
     * A fixture.
     *
     * @param fixture its name; blank is empty
     * @param counts what became of the units that had their first run on it
     * @param verdict whether it or the boards are bad
     * @param repeats the runs that came directly after a run on it
     */
    public record OfFixture(String fixture, RetestCounts counts, RetestVerdict verdict, Repeats repeats) {}

    /**
     * An error code.
     *
     * @param code its name; blank is empty
     * @param counts what became of the units that failed with it
     * @param repeats the runs that came directly after a run that failed with it
     */
    public record OfCode(String code, RetestCounts counts, Repeats repeats) {}

    /**
     * A station.
     *
     * @param station its name
     * @param counts what became of its units
     * @param repeats its repeated runs
     * @param runs all of its runs
     */
    public record OfStation(String station, RetestCounts counts, Repeats repeats, Repeats runs) {}
}
