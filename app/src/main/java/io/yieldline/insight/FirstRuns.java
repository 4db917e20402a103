package io.yieldline.insight;

import java.util.List;

/**
 * First judged runs of units that are alike.
 *
 * @param stratum the values that must be equal for units to be compared, such as station, model and part number
 * @param suspect on what they ran, such as the fixture
 * @param failure empty for passed units, else what failed
 * @param units the number of units
 */
record FirstRuns(List<String> stratum, String suspect, String failure, long units) {
    /** What failed if error codes are not told apart. */
    static final String FAILED = "failed";

    boolean failed() {
        return !failure.isEmpty();
    }
}
