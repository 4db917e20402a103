package io.yieldline.control;

import java.util.List;

/**
 * The failed and judged units of a series before each of its days.
 *
 * @param failed at place i those of the first i days
 * @param judged at place i those of the first i days
 */
record Sums(long[] failed, long[] judged) {
    static Sums of(List<Sample> days) {
        long[] failed = new long[days.size() + 1];
        long[] judged = new long[days.size() + 1];
        for (int i = 0; i < days.size(); i++) {
            failed[i + 1] = failed[i] + days.get(i).failed();
            judged[i + 1] = judged[i] + days.get(i).judged();
        }
        return new Sums(failed, judged);
    }

    int days() {
        return failed.length - 1;
    }

    long allFailed() {
        return failed[days()];
    }

    long allJudged() {
        return judged[days()];
    }

    boolean varies() {
        return allFailed() > 0 && allFailed() < allJudged();
    }

    /** The judged units of a day. */
    int units(int day) {
        return Math.toIntExact(judged[day + 1] - judged[day]);
    }

    /** The smallest number of failed units that the first days can have. */
    int least(int place) {
        return Math.toIntExact(Math.max(0, allFailed() - (allJudged() - judged[place])));
    }

    /** The greatest number of failed units that the first days can have. */
    int most(int place) {
        return Math.toIntExact(Math.min(allFailed(), judged[place]));
    }

    /** G of a change at this place, if the days before it had so many failed units. */
    double g(int place, long failedBefore) {
        return 2
                * (likelihood(failedBefore, judged[place])
                        + likelihood(allFailed() - failedBefore, allJudged() - judged[place])
                        - likelihood(allFailed(), allJudged()));
    }

    /** The logarithm of the likelihood of failed of judged units at their own rate. */
    private static double likelihood(long failed, long judged) {
        return term(failed) + term(judged - failed) - term(judged);
    }

    private static double term(long count) {
        return count == 0 ? 0 : count * Math.log(count);
    }
}
