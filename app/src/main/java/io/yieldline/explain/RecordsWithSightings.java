package io.yieldline.explain;

import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Evidence#listed} lists, the records told from the rows that only say where else a record was seen.
 *
 * @param records the records that are counted
 * @param seenAgain where else they were seen
 */
record RecordsWithSightings(Table records, List<Seen> seenAgain) {
    /** At the end of a row: where else its record was seen. */
    private static final int SEEN = 2;

    static RecordsWithSightings of(Table table, Listing listing) {
        int width = table.columns().size() - SEEN;
        int export = table.columns().indexOf("export");
        List<List<@Nullable Object>> records = new ArrayList<>(table.rows().size());
        List<Seen> seenAgain = new ArrayList<>();
        List<@Nullable Object> first = List.of();
        for (List<@Nullable Object> row : table.rows()) {
            boolean another = first.isEmpty() || !same(first, row, export, export + 3);
            first = another ? row : first;
            // A mart that counts a record twice has it here twice, each time with the same place.
            if (another || same(first, row, width, width + SEEN)) {
                records.add(row.subList(0, width));
            }
            if (row.get(width) != null) {
                seenAgain.add(seen(row, export, width, listing));
            }
        }
        return new RecordsWithSightings(new Table(table.columns().subList(0, width), records), seenAgain);
    }

    private static boolean same(List<@Nullable Object> one, List<@Nullable Object> other, int from, int to) {
        return one.subList(from, to).equals(other.subList(from, to));
    }

    private static Seen seen(List<@Nullable Object> row, int export, int width, Listing listing) {
        List<@Nullable Object> values = new ArrayList<>(row.subList(0, width));
        values.set(export, row.get(width));
        values.set(export + 1, listing.file(row.get(width)));
        values.set(export + 2, row.get(width + 1));
        return new Seen("duplicate of export " + row.get(export) + ", row " + row.get(export + 2), values);
    }

    /** A row that shows a record again: which one, and its values with the export, file and row of this one. */
    record Seen(String reason, List<@Nullable Object> values) {}
}
