package io.yieldline.finding;

import io.yieldline.Percent;
import io.yieldline.insight.Dimension;
import io.yieldline.insight.PartNumberMix;
import io.yieldline.insight.Period;
import io.yieldline.insight.SeriesKind;
import io.yieldline.insight.Suspect;
import io.yieldline.insight.Suspected;
import io.yieldline.insight.Suspects;
import io.yieldline.insight.SuspectsQuestion;
import io.yieldline.insight.Terms;
import io.yieldline.warehouse.Session;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What explains the shift of a station, and what was ruled out: the part numbers, the error codes, the fixtures. */
final class Explanation {
    private static final int NAMED = 3;
    private static final double MOSTLY = 0.5;
    private static final double PARTLY = 0.2;

    private final Session session;
    private final LocalDate last;
    private final PartNumberMix mix;

    /** With the data from one day to another. */
    Explanation(Session session, LocalDate first, LocalDate last) {
        this.session = session;
        this.last = last;
        this.mix = PartNumberMix.of(session, first, last);
    }

    /** In words; empty where there is nothing to ask, as for a fixture or an error code. */
    String of(Matter matter) {
        if (matter.main().subject().kind() != SeriesKind.STATION) {
            return "";
        }
        Stream<String> codes = codes(matter).stream();
        Stream<String> others = Stream.concat(mix(matter.main()).stream(), fixtures(matter.main()).stream());
        return String.join("; ", Stream.concat(codes, others).toList());
    }

    /** The error codes that moved with the station, the greatest first. */
    private static List<String> codes(Matter matter) {
        List<String> names = matter.parts().stream()
                .filter(part -> part.subject().kind() == SeriesKind.ERROR_CODE)
                .limit(NAMED)
                .map(part -> part.subject().name())
                .map(name -> name.isEmpty() ? "no code" : name)
                .toList();
        return names.isEmpty()
                ? List.of()
                : List.of("with it error code" + (names.size() > 1 ? "s " : " ") + Words.list(names));
    }

    /** The part of the change that comes from other part numbers than before, in points of the failure rate. */
    private Optional<String> mix(Episode episode) {
        return mix.terms(
                        episode.subject().model(),
                        episode.subject().station(),
                        Period.of(episode.from(), episode.since().minusDays(1)),
                        Period.of(episode.since(), episode.until(last)))
                .map(Explanation::words);
    }

    private static String words(Terms yield) {
        double rate = -100 * yield.rate().doubleValue();
        double all = -100 * yield.sum().doubleValue();
        double mix = all - rate;
        double share = all == 0 ? 0 : mix / all;
        String points = points(mix);
        if (share < -PARTLY) {
            return "part numbers pull the other way (mix " + points + ")";
        }
        if (share < PARTLY) {
            return "not explained by part numbers (mix " + points + ")";
        }
        return (share < MOSTLY ? "partly" : "mostly") + " explained by part numbers (mix " + points + " of "
                + points(all) + " points)";
    }

    private static String points(double value) {
        return Percent.signed(BigDecimal.valueOf(value), 1);
    }

    private List<String> fixtures(Episode episode) {
        if (!episode.worse()) {
            return List.of();
        }
        Suspects suspects = Suspects.of(
                new SuspectsQuestion(
                        Period.of(episode.since(), episode.until(last)), Suspected.FIXTURE, scope(episode)),
                session);
        if (suspects.judged().size() < 2) {
            return List.of();
        }
        List<Suspect> bad = suspects.suspects().toList();
        if (bad.isEmpty()) {
            return List.of("fixtures do not differ");
        }
        String names = Words.list(bad.stream().limit(NAMED).map(Suspect::name).toList());
        String more = bad.size() > NAMED ? " and " + (bad.size() - NAMED) + " more" : "";
        return List.of("fixture" + (bad.size() > 1 ? "s " : " ") + names + more + (bad.size() > 1 ? " fail" : " fails")
                + " more than others");
    }

    private static Map<Dimension, String> scope(Episode episode) {
        return Map.of(
                Dimension.MODEL, episode.subject().model(),
                Dimension.STATION, episode.subject().station());
    }
}
