package io.yieldline.insight;

import io.yieldline.insight.YieldChange.Station;
import java.util.ArrayList;
import java.util.List;

/**
 * The change of a rolled yield, split into its stations by logarithms: ln R1 - ln R0 is the sum of ln y1 - ln y0 over the stations, and
 * each station has that share of R1 - R0.
 *
 * @param before the product of the yields before
 * @param after the product of the yields after
 * @param parts what each station contributes, as parts of R1 - R0
 * @param leftOut stations with a yield of 0, or without judged records in one of the periods
 */
public record RolledChange(double before, double after, List<Part> parts, List<String> leftOut) {
    static RolledChange of(List<Station> stations) {
        List<Part> logarithms = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        double before = 0;
        double after = 0;
        for (Station station : stations) {
            Judged first = station.split().before();
            Judged then = station.split().after();
            if (first.passed() == 0 || then.passed() == 0) {
                leftOut.add(station.name());
                continue;
            }
            double one = Math.log(first.yield().doubleValue());
            double other = Math.log(then.yield().doubleValue());
            before += one;
            after += other;
            logarithms.add(new Part(station.name(), other - one));
        }
        return scaled(before, after, logarithms, leftOut);
    }

    private static RolledChange scaled(double before, double after, List<Part> logarithms, List<String> leftOut) {
        double change = Math.exp(after) - Math.exp(before);
        // Where both are equal, a step along the logarithm is worth the rolled yield itself.
        double scale = after == before ? Math.exp(before) : change / (after - before);
        return new RolledChange(
                Math.exp(before),
                Math.exp(after),
                logarithms.stream()
                        .map(part -> new Part(part.station(), part.share() * scale))
                        .toList(),
                leftOut);
    }

    /** The change of the rolled yield. */
    public double change() {
        return after - before;
    }

    /**
     * A station.
     *
     * @param station its name
     * @param share its part of the change
     */
    public record Part(String station, double share) {}
}
