package io.yieldline.store;

import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What marts say in one snapshot and not in another.
 *
 * @param before the name of the earlier snapshot
 * @param after the name of the later one
 * @param cells number of cells that changed, in all marts
 * @param marts the marts that changed
 * @param exports the exports between the two
 * @param notes what else changed between the two, and what was not compared
 * @param listed the changed cells, as many as were asked for
 */
public record SnapshotDifference(
        String before,
        String after,
        long cells,
        List<MartChange> marts,
        List<ExportChange> exports,
        List<String> notes,
        List<CellChange> listed) {

    /** The listed cells as rows, with their keys as text. */
    public Table table() {
        return Table.of(
                listed,
                List.of(
                        new Field<>("mart", CellChange::mart),
                        new Field<>("row", cell -> cell.row().name().toLowerCase(Locale.ROOT)),
                        new Field<>("key", CellChange::keyText),
                        new Field<>("column", CellChange::column),
                        new Field<>("before", CellChange::before),
                        new Field<>("after", CellChange::after)));
    }

    /** What happened to a row of a mart. */
    public enum RowChange {
        /** It is in both, with other numbers. */
        CHANGED,
        /** It is only in the later one. */
        ADDED,
        /** It is only in the earlier one. */
        REMOVED
    }

    /**
     * A mart that changed.
     *
     * @param cells number of cells that changed
     * @param changed number of rows with other numbers
     * @param added number of rows that came
     * @param removed number of rows that went
     */
    public record MartChange(String mart, long cells, long changed, long added, long removed) {}

    /**
     * A cell that changed.
     *
     * @param key the keys of its row; blank ones are null
     * @param before its number in the earlier snapshot; null if its row is not there
     * @param after its number in the later one; null if its row is not there
     */
    public record CellChange(
            String mart,
            RowChange row,
            Map<String, @Nullable Object> key,
            String column,
            @Nullable Object before,
            @Nullable Object after) {
        private String keyText() {
            return key.keySet().stream()
                    .map(column -> column + " " + keyValue(column))
                    .collect(Collectors.joining(", "));
        }

        /** The values of the keys alone, for people. */
        public String keyValues() {
            return key.keySet().stream().map(this::keyValue).collect(Collectors.joining(", "));
        }

        private String keyValue(String column) {
            return String.valueOf(Objects.requireNonNullElse(key.get(column), "(blank)"));
        }
    }

    /**
     * An export whose records changed between the two.
     *
     * @param export its number
     * @param was what it was in the earlier snapshot, such as loaded or parked; null if it was not there
     * @param is what it is in the later one; null if it was undone
     * @param records number of records that are new or revised by it
     */
    public record ExportChange(
            long export,
            String file,
            @Nullable String feed,
            @Nullable String was,
            @Nullable String is,
            long records) {}
}
