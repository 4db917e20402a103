package io.yieldline.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a feed.
 *
 * @param name the name in the master log
 * @param headers the names in the header row of an export, compared by letters and digits only
 * @param type the type in the master log
 * @param required what a row needs to become a record
 * @param use the use of the column
 * @param lettersAndDigits whether all other characters are removed from its values, such as scanner prefixes
 * @param whenBlank the column whose value replaces a blank
 */
public record Column(
        String name,
        List<String> headers,
        ColumnType type,
        Required required,
        Use use,
        boolean lettersAndDigits,
        @Nullable String whenBlank) {

    /** What is required. */
    public enum Required {
        /** Nothing: the column is optional. */
        NO,
        /** The column; its cells may be blank. */
        COLUMN,
        /** The column and a value in every row; a row without one is rejected. */
        VALUE
    }

    /** The use of a column. */
    public enum Use {
        /** Records with equal values in all identity columns are the same event. */
        IDENTITY,
        /** A change is a revision. */
        CONTENT,
        /** The value of the newest export; a change is no revision. */
        ATTRIBUTE,
        /** Not loaded: the exporter derives it. */
        IGNORE
    }

    /** The name of this column in messages. */
    public String header() {
        return headers.get(0);
    }

    /** Whether it only describes a record: without it, the record is still counted, in the same places. */
    public boolean describes() {
        return required == Required.NO && use != Use.IDENTITY;
    }

    /** Whether the master log stores it. */
    public boolean stored() {
        return use != Use.IGNORE;
    }
}
