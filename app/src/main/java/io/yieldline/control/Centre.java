package io.yieldline.control;

import io.yieldline.Ratio;
import java.util.List;

/**
 * The centre line: the failure rate of the baseline, as all failed of all judged records, never the mean of the
 * daily rates.
 *
 * @param failed failed records of all days of the baseline
 * @param judged passed or failed records
 */
public record Centre(long failed, long judged) {
    /** Minimum expected number of failures, and of passes, for a day to be evaluated. */
    private static final int EXPECTED = 4;

    static Centre of(List<Sample> baseline) {
        return new Centre(
                baseline.stream().mapToLong(Sample::failed).sum(),
                baseline.stream().mapToLong(Sample::judged).sum());
    }

    /** The failure rate; requires judged records. */
    public double share() {
        return new Ratio(failed, judged).value();
    }

    /** Whether some records failed and some passed; otherwise there is no variation. */
    public boolean varies() {
        return failed > 0 && failed < judged;
    }

    /** Minimum number of judged records for a day to be evaluated. */
    public long leastRecords() {
        long rarer = Math.min(failed, judged - failed);
        return (EXPECTED * judged + rarer - 1) / rarer;
    }

    /** Whether a day has enough records to be evaluated. */
    boolean enough(Sample sample) {
        return varies() && sample.judged() >= leastRecords();
    }

    /** The binomial standard deviation of the failure rate of n records. */
    double sigma(long records) {
        return Math.sqrt(share() * (1 - share()) / records);
    }

    /** The distance of a day from the centre, in its standard deviations. */
    double distance(Sample sample) {
        return (sample.share() - share()) / sigma(sample.judged());
    }
}
