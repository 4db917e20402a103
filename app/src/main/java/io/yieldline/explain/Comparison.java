package io.yieldline.explain;

import io.yieldline.feed.Column;
import io.yieldline.feed.Feed;
import io.yieldline.feed.Record;
import io.yieldline.ingest.ExportRows;
import io.yieldline.warehouse.Warehouse;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compares an export with the master log: the outcome of each record, by the rules of a load, without loading.
 *
 * @param export the export
 * @param columns the columns of a record that an export shows
 * @param known records of the master log in its time range
 * @param fates outcomes of its records, in file order
 */
record Comparison(ExportRows export, List<String> columns, Map<UUID, StoredRecord> known, List<Fate> fates) {
    /**
     * Of several versions of one event in the export, the last one represents it; of equal rows, the first.
     *
     * @param exported export time in UTC, as a load would see it
     */
    static Comparison of(ExportRows export, LocalDateTime exported, Warehouse warehouse) {
        Map<UUID, StoredRecord> known = known(export, warehouse);
        Map<UUID, Record> standing = new HashMap<>();
        Map<UUID, Map<UUID, Record>> first = new HashMap<>();
        export.records()
                .forEach(record -> standing.put(
                        record.identity(),
                        first.computeIfAbsent(record.identity(), identity -> new HashMap<>())
                                .merge(record.content(), record, (one, other) -> one)));
        List<Fate> fates = export.records().stream()
                .map(record -> fate(record, standing.getOrDefault(record.identity(), record), known, exported))
                .toList();
        return new Comparison(
                export, export.feed().storedColumns().stream().map(Column::name).toList(), known, fates);
    }

    Feed feed() {
        return export.feed();
    }

    /** What a record, of the export or known, has in a column. */
    @Nullable
    Object value(List<@Nullable Object> values, String column) {
        return values.get(columns.indexOf(column));
    }

    /** Known records in the time range of the export that it does not contain. */
    List<StoredRecord> vanished() {
        Map<UUID, StoredRecord> vanished = new LinkedHashMap<>(known);
        export.records().forEach(record -> vanished.remove(record.identity()));
        return new ArrayList<>(vanished.values());
    }

    private static Map<UUID, StoredRecord> known(ExportRows export, Warehouse warehouse) {
        List<LocalDateTime> ends =
                export.records().stream().map(Record::endedAt).sorted().toList();
        return ends.isEmpty()
                ? Map.of()
                : warehouse.read(session ->
                        StoredRecord.between(session, export.feed(), ends.get(0), ends.get(ends.size() - 1)));
    }

    private static Fate fate(Record record, Record standing, Map<UUID, StoredRecord> all, LocalDateTime exported) {
        StoredRecord known = all.get(record.identity());
        return new Fate(record, standing, known, kind(record, standing, known, exported));
    }

    private static Kind kind(Record record, Record standing, @Nullable StoredRecord known, LocalDateTime exported) {
        if (record != standing) {
            return Kind.REPEATED;
        } else if (known == null) {
            return Kind.NEW;
        } else if (known.content().equals(record.content())) {
            return Kind.IDENTICAL;
        }
        return exported.isBefore(known.exported()) ? Kind.OUTDATED : Kind.REVISED;
    }

    /** The possible outcomes of a record. */
    enum Kind {
        NEW("new event"),
        IDENTICAL("known and identical"),
        REVISED("replaces another version of the event"),
        OUTDATED("another version of a known event, but not newer: kept in history"),
        REPEATED("another row of this file represents the event");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        String meaning() {
            return meaning;
        }
    }

    /** The outcome of a record, the record of this file that represents its event, and the known record. */
    record Fate(Record record, Record standing, @Nullable StoredRecord known, Kind kind) {
        /** The number of its row in the file. */
        long row() {
            return record.rowNumber();
        }

        List<@Nullable Object> values() {
            return Arrays.asList(record.values());
        }
    }
}
