package io.yieldline.demo;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** The only source of random numbers. */
record Dice(SplittableRandom random) {
    static Dice of(long seed) {
        return new Dice(new SplittableRandom(seed));
    }

    /** Separate random numbers for one unit, so that a change in one unit does not affect others. */
    Dice split() {
        return new Dice(random.split());
    }

    boolean chance(double percent) {
        return random.nextDouble(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Prefers the first choices, as in a Pareto chart. */
    <T> T pickMostlyFirst(List<T> choices) {
        double skewed = Math.pow(random.nextDouble(), 1.7);
        return choices.get((int) (skewed * choices.size()));
    }

    /** A duration near the mean, sometimes twice as long, but never long enough to reach the hour of a clock change. */
    Duration about(Duration mean) {
        double factor = Math.min(2.4, 0.6 + 0.4 * random.nextExponential());
        return Duration.ofSeconds(5 + Math.round(mean.toSeconds() * factor));
    }
}
