package io.yieldline.insight;

import java.util.List;

/**
 * Units whose first judged run and what came after it are alike.
 *
 * @param stratum station, model and part number
 * @param fixture the fixture of the first run
 * @param failed whether the first run failed
 * @param errorCode why; blank if unknown or passed
 * @param retest where the next judged run at the station was: {@code same} fixture, {@code other}, or {@code none} yet
 * @param repaired whether the unit was repaired between the two runs
 * @param passed whether the next run passed
 * @param units the number of units
 */
record Retest(
        List<String> stratum,
        String fixture,
        boolean failed,
        String errorCode,
        String retest,
        boolean repaired,
        boolean passed,
        long units) {
    String station() {
        return stratum.get(0);
    }

    /** Whether the next run tells something about the fixture of the first one. */
    boolean evidence() {
        return retest.equals("other") && !repaired;
    }

    FirstRuns firstRuns() {
        return new FirstRuns(stratum, fixture, failed ? FirstRuns.FAILED : "", units);
    }
}
