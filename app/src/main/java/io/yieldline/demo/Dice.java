package io.yieldline.demo;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** The plant's luck: the only source of randomness. */
record Dice(SplittableRandom random) {
    static Dice of(long seed) {
        return new Dice(new SplittableRandom(seed));
    }

    /** Luck of its own for one unit, so that a change in one story leaves the others alone. */
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

    /** The first choices more often than the last, as in every Pareto chart. */
    <T> T pickMostlyFirst(List<T> choices) {
        double skewed = Math.pow(random.nextDouble(), 1.7);
        return choices.get((int) (skewed * choices.size()));
    }

    /** Mostly near the mean, sometimes twice as long but never so long that work runs into the night when clocks change. */
    Duration about(Duration mean) {
        double factor = Math.min(2.4, 0.6 + 0.4 * random.nextExponential());
        return Duration.ofSeconds(5 + Math.round(mean.toSeconds() * factor));
    }
}
