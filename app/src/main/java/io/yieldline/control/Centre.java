package io.yieldline.control;

import io.yieldline.Ratio;
import java.util.List;

/**
 * The failure share of the baseline, which is the line in the middle: all failed of all judged records, never the mean of the
 * days' shares.
 *
 * @param failed how many failed in all days of the baseline
 * @param judged how many passed or failed
 */
public record Centre(long failed, long judged) {
    /** So many failures, and passes, must be expected of a day before its share can be called unusual. */
    private static final int EXPECTED = 4;

    static Centre of(List<Sample> baseline) {
        return new Centre(
                baseline.stream().mapToLong(Sample::failed).sum(),
                baseline.stream().mapToLong(Sample::judged).sum());
    }

    /** The share; only where there is something to divide by. */
    public double share() {
        return new Ratio(failed, judged).value();
    }

    /** Whether some records failed and some passed: else there is nothing that could vary. */
    public boolean varies() {
        return failed > 0 && failed < judged;
    }

    /** How many judged records a day needs to be judged itself. */
    public long leastRecords() {
        long rarer = Math.min(failed, judged - failed);
        return (EXPECTED * judged + rarer - 1) / rarer;
    }

    /** The standard deviation of the share of so many records by counting alone. */
    double sigma(long records) {
        return Math.sqrt(share() * (1 - share()) / records);
    }

    /** How many of these standard deviations a day is away. */
    double distance(Sample sample) {
        return (sample.share() - share()) / sigma(sample.judged());
    }
}
