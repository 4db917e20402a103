package io.yieldline.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@link Evidence#listed}: records, and their sightings in other exports.
 *
 * @param records the counted records
 * @param seenAgain their sightings
 */
record RecordsWithSightings(List<ListedRow> records, List<Seen> seenAgain) {
    static RecordsWithSightings of(List<ListedRow> rows, Listing listing) {
        List<ListedRow> records = new ArrayList<>(rows.size());
        List<Seen> seenAgain = new ArrayList<>();
        Seen first = null;
        for (ListedRow row : rows) {
            Seen seen = Seen.of(row, listing);
            first = first != null && first.record().place().equals(seen.record().place()) ? first : seen;
            // A record that a mart counts twice is listed twice, with the same place.
            if (first == seen || Objects.equals(first.elsewhere(), seen.elsewhere())) {
                records.add(seen.record());
            }
            if (seen.elsewhere() != null) {
                seenAgain.add(seen);
            }
        }
        return new RecordsWithSightings(records, seenAgain);
    }

    /** A record, and where else it was seen; null where nowhere. */
    record Seen(ListedRow record, @Nullable RowPlace elsewhere) {
        /** At the end of a row: export and row where its record was seen. */
        private static final int SEEN = 2;

        private static Seen of(ListedRow row, Listing listing) {
            int counts = row.more().size() - SEEN;
            List<@Nullable Object> elsewhere = row.more().subList(counts, counts + SEEN);
            return new Seen(
                    new ListedRow(row.shown(), row.place(), row.more().subList(0, counts)),
                    elsewhere.get(0) == null ? null : listing.place(elsewhere));
        }

        /** The row that shows the record again, behind the reason why it is not counted. */
        List<@Nullable Object> leftOut() {
            return record.at(Objects.requireNonNull(elsewhere)).because("duplicate of " + record.place());
        }
    }
}
