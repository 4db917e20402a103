package io.yieldline.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A series of days, cut into segments of equal failure rate.
 *
 * @param days the days in order
 * @param places the number of days before each cut, rising
 */
public record Segmentation(List<Sample> days, List<Integer> places) {
    /** The share of false changes among those found that is accepted. */
    public static final double FALSE_SHARE = 0.05;

    /** Copies that nobody changes. */
    public Segmentation {
        days = List.copyOf(days);
        places = List.copyOf(places);
    }

    /**
     * Cuts series at their changes. In each round the segments of all series are tested together, under control of false discoveries;
     * both sides of a change are tested in the next. At last each change is placed once more between its neighbours, and those that do not
     * matter are taken back.
     *
     * @param series each with its days in order
     * @param least the smallest difference of two rates that matters, from 0 to 1
     */
    public static List<Segmentation> of(List<List<Sample>> series, double least) {
        List<TreeSet<Integer>> cuts =
                series.stream().map(days -> new TreeSet<Integer>()).toList();
        List<Part> round = IntStream.range(0, series.size())
                .mapToObj(i -> Part.of(i, 0, series.get(i)))
                .toList();
        while (!round.isEmpty()) {
            round = significant(round).stream()
                    .flatMap(part -> {
                        cuts.get(part.series).add(part.cut());
                        return part.sides().stream();
                    })
                    .toList();
        }
        return IntStream.range(0, series.size())
                .mapToObj(i -> new Segmentation(series.get(i), List.copyOf(cuts.get(i)))
                        .placedAgain()
                        .without(least))
                .toList();
    }

    private static List<Part> significant(List<Part> round) {
        double limit = FalseDiscoveries.limit(
                round.stream().flatMap(part -> part.change.stream()).mapToDouble(RateChange::p), FALSE_SHARE);
        return round.stream()
                .filter(part ->
                        part.change.filter(change -> change.p() <= limit).isPresent())
                .toList();
    }

    /** The changes, each between the segment before and the segment after it. */
    public List<Change> changes() {
        return IntStream.range(0, places.size())
                .mapToObj(this::change)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The days since the newest change. */
    public List<Sample> newest() {
        return days.subList(places.isEmpty() ? 0 : places.get(places.size() - 1), days.size());
    }

    private int bound(int number) {
        return number < 0 ? 0 : number < places.size() ? places.get(number) : days.size();
    }

    private List<Sample> around(int number) {
        return days.subList(bound(number - 1), bound(number + 1));
    }

    /** The change at a cut, where it is now. */
    private Optional<Change> change(int number) {
        List<Sample> around = around(number);
        return RateChange.of(around)
                .map(found -> new Change(
                        days.get(bound(number - 1) + found.place()).day(),
                        Centre.of(around.subList(0, found.place())),
                        Centre.of(around.subList(found.place(), around.size())),
                        found.g(),
                        found.p()));
    }

    private Segmentation placedAgain() {
        List<Integer> placed = new ArrayList<>(places);
        for (int i = 0; i < placed.size(); i++) {
            Segmentation now = new Segmentation(days, placed);
            int place = RateChange.place(now.around(i));
            placed.set(i, place == 0 ? placed.get(i) : now.bound(i - 1) + place);
        }
        return new Segmentation(days, placed);
    }

    /** Without the smallest change for as long as one does not matter, or is no longer significant beside its neighbours. */
    private Segmentation without(double least) {
        List<Change> changes = changes();
        Optional<Change> small = changes.stream()
                .filter(change -> change.difference() < least || change.p() > FALSE_SHARE)
                .min(Comparator.comparing(Change::g));
        if (small.isEmpty()) {
            return this;
        }
        List<Integer> left = new ArrayList<>(places);
        left.remove(changes.indexOf(small.get()));
        return new Segmentation(days, left).placedAgain().without(least);
    }

    /**
     * A change.
     *
     * @param since the first day after it
     * @param before all units of the segment before it
     * @param after all units of the segment after it
     * @param g see {@link RateChange}
     * @param p see {@link RateChange}
     */
    public record Change(LocalDate since, Centre before, Centre after, double g, double p) {
        /** How far the rates are apart, from 0 to 1. */
        public double difference() {
            return Math.abs(after.share() - before.share());
        }
    }

    /** A part of a series that is tested for a change. */
    private record Part(int series, int first, List<Sample> days, Optional<RateChange> change) {
        static Part of(int series, int first, List<Sample> days) {
            return new Part(series, first, days, RateChange.of(days));
        }

        int cut() {
            return first + change.orElseThrow().place();
        }

        List<Part> sides() {
            int place = change.orElseThrow().place();
            return List.of(
                    of(series, first, days.subList(0, place)),
                    of(series, first + place, days.subList(place, days.size())));
        }
    }
}
