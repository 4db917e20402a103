package io.yieldline.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of an export in a list.
 *
 * @param shown the keys of the mart and what else is shown
 * @param place where it was read
 * @param more what else the SELECT of the list has of it
 */
record ListedRow(List<@Nullable Object> shown, RowPlace place, List<@Nullable Object> more) {
    /** The same record as another row shows it. */
    ListedRow at(RowPlace other) {
        return new ListedRow(shown, other, List.of());
    }

    /** Behind a reason. */
    List<@Nullable Object> because(String reason) {
        List<@Nullable Object> values = new ArrayList<>(List.of(reason));
        values.addAll(shown);
        values.addAll(place.values());
        return values;
    }

    /** As the list of records has it. */
    List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>(shown);
        values.addAll(place.values());
        values.addAll(more);
        return values;
    }
}
