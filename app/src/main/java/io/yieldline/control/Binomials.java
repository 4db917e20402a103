package io.yieldline.control;

/** Binomial probabilities at one rate. */
final class Binomials {
    /** Smaller probabilities are taken as 0. */
    private static final double SMALLEST = Math.log(1e-60);

    private final double failing;
    private final double passing;
    private final double[] logFactorials;

    /**
     * Probabilities of up to so many units.
     *
     * @param rate more than 0, less than 1
     */
    Binomials(double rate, long units) {
        this.failing = Math.log(rate);
        this.passing = Math.log1p(-rate);
        this.logFactorials = new double[Math.toIntExact(units) + 1];
        for (int i = 1; i < logFactorials.length; i++) {
            logFactorials[i] = logFactorials[i - 1] + Math.log(i);
        }
    }

    /** The logarithm of the probability that so many of these units fail. */
    double logarithm(long units, long failed) {
        int n = Math.toIntExact(units);
        int x = Math.toIntExact(failed);
        return logFactorials[n] - logFactorials[x] - logFactorials[n - x] + x * failing + (n - x) * passing;
    }

    /** The probability of each number of failed units, from none to all. */
    double[] of(int units) {
        double[] chances = new double[units + 1];
        for (int x = 0; x <= units; x++) {
            double logarithm = logarithm(units, x);
            chances[x] = logarithm < SMALLEST ? 0 : Math.exp(logarithm);
        }
        return chances;
    }

    /** The smallest number of failed units that is not taken as impossible. */
    static int fewest(double[] chances) {
        int fewest = 0;
        while (chances[fewest] == 0) {
            fewest++;
        }
        return fewest;
    }

    /** The greatest number of failed units that is not taken as impossible. */
    static int greatest(double[] chances) {
        int greatest = chances.length - 1;
        while (chances[greatest] == 0) {
            greatest--;
        }
        return greatest;
    }
}
