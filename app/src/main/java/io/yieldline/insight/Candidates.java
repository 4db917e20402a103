package io.yieldline.insight;

import io.yieldline.insight.Candidate.Verdict;
import io.yieldline.insight.SubjectUnits.Alike;
import io.yieldline.warehouse.Session;
import java.util.ArrayList;
import java.util.List;

/** Who may be behind failed units: each is tested against others that do the same work. */
public final class Candidates {
    /** What must be equal for units to be compared, as far as it is not itself what is compared. */
    private static final List<Dimension> STRATA = List.of(Dimension.STATION, Dimension.MODEL, Dimension.PART_NUMBER);

    private Candidates() {}

    /**
     * All candidates of these kinds, in this order, by p-value.
     *
     * @param units the units whose failures are looked at
     * @param kinds what is compared
     * @param fewer whether to ask who fails less instead of who fails more
     */
    public static List<Candidate> of(SubjectUnits units, List<Dimension> kinds, boolean fewer, Session session) {
        List<Dimension> columns = new ArrayList<>(STRATA);
        kinds.stream().filter(kind -> !STRATA.contains(kind)).forEach(columns::add);
        List<Alike> all = units.alike(columns, session);
        return kinds.stream()
                .flatMap(kind -> of(kind, all, columns, fewer).stream())
                .toList();
    }

    static List<Candidate> of(Dimension kind, List<Alike> all, List<Dimension> columns, boolean fewer) {
        List<Integer> stratum = STRATA.stream()
                .filter(each -> each != kind)
                .map(columns::indexOf)
                .toList();
        int place = columns.indexOf(kind);
        List<FirstRuns> runs = all.stream()
                .map(units -> new FirstRuns(
                        stratum.stream().map(units.values()::get).toList(),
                        units.values().get(place),
                        units.failed() == fewer ? "" : FirstRuns.FAILED,
                        units.number()))
                .toList();
        return Suspects.judged(runs, false).stream()
                .map(each -> candidate(kind, each, fewer))
                .toList();
    }

    /** Who fails less passes more: what was counted is then the passed units. */
    private static Candidate candidate(Dimension kind, Suspect counted, boolean fewer) {
        Verdict verdict = verdict(counted);
        return new Candidate(
                kind,
                counted.name(),
                counted.units(),
                fewer ? counted.units() - counted.failed() : counted.failed(),
                fewer ? counted.units() - counted.expected() : counted.expected(),
                verdict == Verdict.NOT_COMPARED ? null : counted.pValue(),
                verdict);
    }

    private static Verdict verdict(Suspect counted) {
        if (counted.pValue() == null) {
            return Verdict.TOO_FEW;
        }
        if (counted.failed() > 0 && others(counted) < Suspect.LEAST_UNITS) {
            return Verdict.NOT_COMPARED;
        }
        if (counted.suspect()) {
            return Verdict.SUSPECT;
        }
        return counted.failed() > counted.expected() ? Verdict.NOT_SHOWN : Verdict.RULED_OUT;
    }

    private static long others(Suspect counted) {
        return counted.shares().stream()
                .mapToLong(share -> share.allUnits() - share.units())
                .sum();
    }
}
