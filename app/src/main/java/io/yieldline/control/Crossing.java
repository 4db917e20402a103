package io.yieldline.control;

/**
 * How probable it is that G reaches a value at any day, if chance alone spreads the failed units over the days. The failed units up to each
 * day walk upwards, and G stays below the value while they stay in a corridor around their expectation. The walk is followed day by day;
 * what leaves the corridor is summed, so that the smallest probabilities are exact, too, and nothing is drawn at random.
 */
final class Crossing {
    /** Probabilities below it are taken as 0. */
    private static final double NOTHING = 1e-60;

    /** Two orders of the same sums may differ by the rounding of their logarithms. */
    private static final double ROUNDING = 1e-9;

    private final Sums sums;
    private final double value;
    private final Binomials chances;
    private final double whole;
    private double crossed;

    Crossing(Sums sums, double value) {
        this.sums = sums;
        this.value = value - ROUNDING * Math.max(1, value);
        this.chances = new Binomials((double) sums.allFailed() / sums.allJudged(), sums.allJudged());
        this.whole = chances.logarithm(sums.allJudged(), sums.allFailed());
    }

    double probability() {
        double[] walk = {1};
        int first = 0;
        for (int place = 1; place <= sums.days() - RateChange.LEAST_DAYS; place++) {
            int least = sums.least(place);
            int most = sums.most(place);
            double[] next = step(walk, first, sums.units(place - 1), least, most);
            walk = place < RateChange.LEAST_DAYS ? next : inside(next, least, place);
            first = least;
        }
        return Math.min(1, crossed);
    }

    /** The walk after one more day, from the smallest to the greatest possible number of failed units. */
    private double[] step(double[] walk, int first, int units, int least, int most) {
        double[] next = new double[most - least + 1];
        double[] day = chances.of(units);
        int fewest = Binomials.fewest(day);
        int greatest = Binomials.greatest(day);
        for (int i = 0; i < walk.length; i++) {
            if (walk[i] > NOTHING) {
                int from = Math.max(fewest, least - first - i);
                int to = Math.min(greatest, most - first - i);
                for (int x = from; x <= to; x++) {
                    next[first + i + x - least] += walk[i] * day[x];
                }
            }
        }
        return next;
    }

    /** The walk without what reached the value, which is added to the probability. */
    private double[] inside(double[] walk, int least, int place) {
        for (int i = 0; i < walk.length; i++) {
            if (walk[i] > NOTHING && sums.g(place, least + i) >= value) {
                crossed += walk[i] * ending(place, least + i);
                walk[i] = 0;
            }
        }
        return walk;
    }

    /** What turns the probability of a walk up to here into that of a walk that ends with all failed units. */
    private double ending(int place, long failed) {
        return Math.exp(chances.logarithm(sums.allJudged() - sums.judged()[place], sums.allFailed() - failed) - whole);
    }
}
