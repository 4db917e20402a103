package io.yieldline.control;

import java.util.stream.IntStream;

/**
 * What calls a point out of control, numbered as Nelson did. Rules by zones between centre and limits are not here: they are not
 * made for counts.
 */
public enum NelsonRule {
    /** Beyond three standard deviations, strictly. */
    BEYOND,
    /** So many in a row on the same side of the centre; one on the centre ends the row. */
    RUN,
    /** {@value #TREND_POINTS} in a row that all rise or all fall. */
    TREND,
    /** {@value #ALTERNATING_POINTS} in a row that rise and fall in turn. */
    ALTERNATING;

    private static final double LIMIT = 3;
    private static final int TREND_POINTS = 6;
    private static final int ALTERNATING_POINTS = 14;

    /** The number that Nelson, and most programs, give it. */
    public int number() {
        return ordinal() + 1;
    }

    /**
     * For each point the length of the row that calls it out of control, which is 1 for a single point; with a minus where it is
     * below or falling; 0 where nothing is wrong. A row counts from the point where it is long enough.
     *
     * @param shares the points
     * @param distances how far each is from the centre, in standard deviations of its own
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

    /** Rows of equal signs; each sign after the first of a row of steps stands for one point more. */
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
