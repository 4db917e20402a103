package io.yieldline.control;

import java.util.stream.IntStream;

/**
 * The rules for signals, with Nelson's numbers. Zone rules are not included, because they are not
 * designed for attribute data.
 */
public enum NelsonRule {
    /** Beyond three standard deviations, strictly. */
    BEYOND,
    /** A run on the same side of the centre line; a point on the centre line ends the run. */
    RUN,
    /** {@value #TREND_POINTS} points in a row that all rise or all fall. */
    TREND,
    /** {@value #ALTERNATING_POINTS} points in a row that alternate. */
    ALTERNATING;

    private static final double LIMIT = 3;
    private static final int TREND_POINTS = 6;
    private static final int ALTERNATING_POINTS = 14;

    /** Nelson's number of the rule. */
    public int number() {
        return ordinal() + 1;
    }

    /**
     * For each point the length of the run that makes it a signal, 1 for a single point; negative if it is
     * below or falling; 0 if it is no signal. A run counts from the point at which it reaches the required length.
     *
     * @param shares failure rates of the points
     * @param distances distance of each point from the centre, in its own standard deviations
     * @param run the length of a {@link #RUN}
     */
    int[] rows(double[] shares, double[] distances, int run) {
        return switch (this) {
            case BEYOND ->
                IntStream.range(0, distances.length)
                        .map(i -> Math.abs(distances[i]) > LIMIT ? sign(distances[i]) : 0)
                        .toArray();
            case RUN -> rows(distances.length, run, 0, i -> sign(distances[i]));
            case TREND -> rows(shares.length, TREND_POINTS, 1, i -> step(shares, i));
            case ALTERNATING ->
                rows(shares.length, ALTERNATING_POINTS, 1, i -> i % 2 == 0 ? step(shares, i) : -step(shares, i));
        };
    }

    private interface Sign {
        int at(int place);
    }

    /** Runs of equal signs; each sign after the first of a run of steps adds one point. */
    private static int[] rows(int points, int least, int first, Sign signs) {
        int[] rows = new int[points];
        int length = 0;
        for (int i = first; i < points; i++) {
            int sign = signs.at(i);
            boolean goesOn = i > first && sign == signs.at(i - 1);
            length = sign == 0 ? 0 : goesOn ? length + 1 : 1;
            rows[i] = length + first >= least ? sign * (length + first) : 0;
        }
        return rows;
    }

    private static int step(double[] shares, int place) {
        return sign(shares[place] - shares[place - 1]);
    }

    private static int sign(double value) {
        return (int) Math.signum(value);
    }
}
