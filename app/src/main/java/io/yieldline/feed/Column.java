package io.yieldline.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a feed.
 *
 * @param name the name in the master log
 * @param headers the texts that stand for it in the header row of an export, compared by letters and digits only
 * @param type the type in the master log
 * @param required what must be there for a row to become a record
 * @param use what the column is for
 * @param lettersAndDigits whether everything else is stripped from its values, as scanners add junk
 * @param whenBlank the column whose value stands in for a blank one
 */
public record Column(
        String name,
        List<String> headers,
        ColumnType type,
        Required required,
        Use use,
        boolean lettersAndDigits,
        @Nullable String whenBlank) {

    /** What must be there. */
    public enum Required {
        /** Nothing: the export may lack the column. */
        NO,
        /** The column; its cells may be blank. */
        COLUMN,
        /** The column and a value in every row; a row without one is rejected. */
        VALUE
    }

    /** What a column is for. */
    public enum Use {
        /** Two records that agree in all identity columns are the same event. */
        IDENTITY,
        /** A change here makes a revision. */
        CONTENT,
        /** Kept from the newest export; a change here alone is no revision. */
        ATTRIBUTE,
        /** Known, and left out: the exporter derives it. */
        IGNORE
    }

    /** The text that stands for this column in messages. */
    public String header() {
        return headers.get(0);
    }

    /** Whether the master log has it. */
    public boolean stored() {
        return use != Use.IGNORE;
    }
}
