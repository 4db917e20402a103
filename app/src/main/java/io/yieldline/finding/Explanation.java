package io.yieldline.finding;

import io.yieldline.Percent;
import io.yieldline.insight.Dimension;
import io.yieldline.insight.Period;
import io.yieldline.insight.SeriesKind;
import io.yieldline.insight.Split;
import io.yieldline.insight.StationMix;
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
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What explains the shift of a station, and what was ruled out: the part numbers, the error codes, the fixtures. */
final class Explanation {
    private static final int NAMED = 3;
    private static final double MOSTLY = 0.5;
    private static final double PARTLY = 0.2;
    private static final double NEARLY_ALL = 0.8;

    private final Session session;
    private final LocalDate last;
    private final StationMix mix;

    /** With the data of these stations from one day to another. */
    Explanation(Session session, Set<String> stations, LocalDate first, LocalDate last) {
        this.session = session;
        this.last = last;
        this.mix = StationMix.of(session, stations, first, last);
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
                : List.of("together with error code" + (names.size() > 1 ? "s " : " ") + Words.list(names));
    }

    /** The part of the change that comes from other part numbers than before, in points of the failure rate. */
    private List<String> mix(Episode episode) {
        String model = episode.subject().model();
        String station = episode.subject().station();
        Period before = Period.of(episode.from(), episode.since().minusDays(1));
        Period after = Period.of(episode.since(), episode.until(last));
        Split partNumbers = mix.byPartNumber(model, station, before, after);
        return Stream.of(
                        Mixed.of(partNumbers).map(part -> part.words("part numbers")),
                        carrier(partNumbers),
                        Mixed.of(mix.byFlow(model, station, before, after))
                                .filter(Mixed::explains)
                                .map(part -> part.words("flows")))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The part number whose own yield makes nearly all of what the mix does not explain, if others could have. */
    private static Optional<String> carrier(Split split) {
        double all = rate(split.terms());
        return split.parts().stream()
                .filter(part -> all != 0 && rate(part.terms()) / all >= NEARLY_ALL)
                .filter(part -> part.group().after().judged()
                        < NEARLY_ALL * split.after().judged())
                .map(part ->
                        "nearly all of it at part number " + part.group().keys().get(0))
                .findFirst();
    }

    private static double rate(@Nullable Terms terms) {
        return terms == null ? 0 : terms.rate().doubleValue();
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

    /** The part of a change that comes from another mix, and all of it, in points of the failure rate. */
    private record Mixed(double mix, double all) {
        static Optional<Mixed> of(Split split) {
            return Optional.ofNullable(split.terms()).map(yield -> {
                double all = -100 * yield.sum().doubleValue();
                return new Mixed(all + 100 * yield.rate().doubleValue(), all);
            });
        }

        boolean explains() {
            return share() >= PARTLY;
        }

        String words(String what) {
            if (share() < -PARTLY) {
                return what + " pull the other way (mix " + points(mix) + ")";
            }
            if (!explains()) {
                return "not explained by " + what + " (mix " + points(mix) + ")";
            }
            return (share() < MOSTLY ? "partly" : "mostly") + " explained by " + what + " (mix " + points(mix) + " of "
                    + points(all) + " points)";
        }

        private double share() {
            return all == 0 ? 0 : mix / all;
        }

        private static String points(double value) {
            return Percent.signed(BigDecimal.valueOf(value), 1);
        }
    }
}
