package io.yieldline.explain;

import io.yieldline.feed.Column;
import io.yieldline.feed.Feed;
import io.yieldline.feed.Record;
import io.yieldline.ingest.ExportRows;
import io.yieldline.warehouse.Warehouse;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export beside the master log: what would become of each of its records, decided as a load decides it, without loading.
 *
 * @param export the export
 * @param columns the columns of a record that an export shows
 * @param known the records of the master log in the time that it covers
 * @param fates what would become of its records, in file order
 */
record Comparison(ExportRows export, List<String> columns, Map<UUID, StoredRecord> known, List<Fate> fates) {
    /** Of several records of one event in an export the one with the greatest content stands for it. */
    private static final Comparator<Record> STANDS = Comparator.comparing(
                    (Record record) -> record.content().toString())
            .thenComparing(Record::rowNumber, Comparator.reverseOrder());

    static Comparison of(ExportRows export, Warehouse warehouse) {
        Map<UUID, StoredRecord> known = known(export, warehouse);
        Map<UUID, Record> standing = new HashMap<>();
        export.records()
                .forEach(record -> standing.merge(
                        record.identity(), record, (one, other) -> STANDS.compare(one, other) < 0 ? other : one));
        List<Fate> fates = export.records().stream()
                .map(record -> fate(
                        record,
                        standing.getOrDefault(record.identity(), record),
                        known,
                        export.exported().orElseThrow()))
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

    /** Records in the time that the export covers, from its first end to its last, that it does not show. */
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
        int newer = exported.compareTo(known.exported());
        boolean greater = record.content().toString().compareTo(known.content().toString()) > 0;
        return newer > 0 || newer == 0 && greater ? Kind.REVISED : Kind.OUTDATED;
    }

    /** What can become of a record. */
    enum Kind {
        NEW("its event is not known"),
        IDENTICAL("known as it is"),
        REVISED("replaces another version of the same event"),
        OUTDATED("another version of a known event, but not newer: kept as history"),
        REPEATED("another row of this file stands for the same event");

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

    /** What would become of a record, the record of this file that stands for its event, and the known one. */
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
