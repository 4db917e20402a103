package io.yieldline.insight;

import io.yieldline.control.FalseDiscoveries;
import io.yieldline.warehouse.Session;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who fails more units than the mix explains.
 *
 * @param of what is suspected
 * @param units the units with a first judged run
 * @param failed those of them that failed
 * @param all everybody: first those that are judged, by p-value, then those with too few units
 */
public record Suspects(Suspected of, long units, long failed, List<Suspect> all) {
    /** The share of false ones among the suspects that is accepted; if nobody is bad, the chance of any suspect at all. */
    public static final double FALSE_SHARE = 0.05;

    private static final Comparator<Suspect> ORDER = Comparator.comparing(
                    Suspect::pValue, Comparator.nullsLast(Comparator.<Double>naturalOrder()))
            .thenComparing(Suspect::name);

    /** Answers a question from the master logs. */
    public static Suspects of(SuspectsQuestion question, Session session) {
        return of(question.of(), question.firstRuns(session));
    }

    static Suspects of(Suspected of, List<FirstRuns> runs) {
        return new Suspects(
                of,
                runs.stream().mapToLong(FirstRuns::units).sum(),
                runs.stream()
                        .filter(FirstRuns::failed)
                        .mapToLong(FirstRuns::units)
                        .sum(),
                judged(runs, of.byCode()));
    }

    /** Everybody, judged under control of false discoveries. */
    static List<Suspect> judged(List<FirstRuns> runs, boolean byCode) {
        return controlled(new Strata(runs).suspects(byCode)).sorted(ORDER).toList();
    }

    /** Everybody in the same order, as suspects where false discoveries over all of them allow it. */
    static Stream<Suspect> controlled(List<Suspect> all) {
        double limit =
                FalseDiscoveries.limit(all.stream().filter(Suspect::judged).mapToDouble(Suspect::pValue), FALSE_SHARE);
        return all.stream().map(each -> each.upTo(limit));
    }

    /** Those with enough units, by p-value. */
    public List<Suspect> judged() {
        return all.stream().filter(Suspect::judged).toList();
    }

    /** Those with too few units. */
    public List<Suspect> notJudged() {
        return all.stream().filter(each -> !each.judged()).toList();
    }

    /** The suspects, by p-value. */
    public Stream<Suspect> suspects() {
        return all.stream().filter(Suspect::suspect);
    }
}
