package io.yieldline.report;

import java.util.List;

/**
 * A published figure that the data no longer agrees with.
 *
 * @param published as the last report had it
 * @param now as it is
 * @param report the number of the report that published it
 * @param exports the files loaded since that have records of it; empty when none has, as after a changed rule
 */
public record Restatement(Figure published, Figure now, long report, List<String> exports) {
    /** What it is of. */
    public Figure.Key key() {
        return now.key();
    }

    /** The cause, in words. */
    String cause() {
        return exports.isEmpty() ? "no newer export: rules or a repair" : String.join(", ", exports);
    }
}
