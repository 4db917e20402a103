package io.yieldline.report;

import java.util.List;

/**
 * A published figure that has changed.
 *
 * @param published the last published value
 * @param now the current value
 * @param report number of the report
 * @param exports later files with records of it; empty if there are none, as after a changed rule
 */
public record Restatement(Figure published, Figure now, long report, List<String> exports) {
    /** The subject. */
    public Figure.Key key() {
        return now.key();
    }

    /** Why it changed: the later files, or that there are none. */
    public String cause() {
        return exports.isEmpty() ? "no newer export: rules or a repair" : String.join(", ", exports);
    }
}
