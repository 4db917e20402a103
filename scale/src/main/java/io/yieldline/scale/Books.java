package io.yieldline.scale;

import io.yieldline.Sha256;
import io.yieldline.ingest.FeedChange;
import io.yieldline.ingest.Ledger;
import io.yieldline.mart.Mart;
import io.yieldline.mart.Marts;
import io.yieldline.mart.PlantParts;
import io.yieldline.mart.Scope;
import io.yieldline.plant.Plant;
import io.yieldline.store.Manifest;
import io.yieldline.store.Piece;
import io.yieldline.store.StoredTable;
import io.yieldline.warehouse.BulkColumn;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.StoredTables;
import io.yieldline.warehouse.TableFiles;
import io.yieldline.warehouse.TableSum;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The small tables of a plant, in a database in memory of the process that directs the run: the ledger of exports, the rules, and by
 * which texts the marts were made. The program itself makes them, so that they are as everywhere else.
 */
final class Books implements AutoCloseable {
    static final String LOADED_IN = "loaded_in";

    private static final String LEDGER = "export";
    private static final String MADE_BY = "select fingerprint from mart_state";
    private static final List<String> KEPT = List.of(LEDGER, "mart_state", "setting");

    private final Plant plant;
    private final Warehouse warehouse;
    private final PlantParts parts;
    private final Map<String, List<BulkColumn>> tables;

    Books(Plant plant, Marts marts, InstantSource clock) {
        this.plant = plant;
        this.warehouse = Warehouses.openInMemory();
        this.parts = new PlantParts(plant, marts, warehouse, clock).prepare();
        parts.refresh().refresh(new Scope.All(), List.of(), (part, number, count) -> {});
        this.tables = warehouse.read(StoredTables::of);
    }

    /** The marts of the plant without those that are refused. */
    Marts marts() {
        return parts.marts();
    }

    /** Number of migrations. */
    long schema() {
        return warehouse.read(session -> session.number("select count(*) from schema_migration"));
    }

    /** The columns of a table. */
    List<BulkColumn> columns(String table) {
        return Objects.requireNonNull(tables.get(table), table);
    }

    /** Takes over the ledger of an earlier run. */
    void continueLedger(StoredTable ledger, StoreFolder store) throws IOException {
        for (Piece piece : ledger.pieces()) {
            Path copy = store.local(piece);
            try {
                warehouse.writeAll(session -> TableFiles.read(warehouse, session, copy, LEDGER, ledger.columns()));
            } finally {
                Files.deleteIfExists(copy);
            }
        }
    }

    /** What a feed says now that it did not when exports of the ledger were read, if their records would differ. */
    List<String> changedFeeds() {
        return FeedChange.of(plant, parts.feeds(), warehouse).stream()
                .filter(FeedChange::breaking)
                .map(FeedChange::message)
                .toList();
    }

    /** Forgets all exports, so that they are read again. */
    void forgetLedger() {
        warehouse.writeAll(session -> session.execute("delete from export"));
    }

    /** By which texts the program says that it makes a table. */
    String madeBy(Mart table) {
        return warehouse.read(session -> session.texts(MADE_BY + " where mart = ?", table.name())).stream()
                .findFirst()
                .orElse("");
    }

    /** The same of the tables of a snapshot, by name. */
    Map<String, String> madeBy(Manifest snapshot, StoreFolder store) throws IOException {
        Map<String, String> madeBy = new HashMap<>();
        for (Piece piece : snapshot.table("mart_state").map(StoredTable::pieces).orElse(List.of())) {
            Path copy = store.local(piece);
            try {
                warehouse.read(session -> session.query(
                        "select mart, fingerprint from " + TableFiles.source(copy),
                        row -> madeBy.put(row.getString(1), row.getString(2))));
            } finally {
                Files.deleteIfExists(copy);
            }
        }
        return madeBy;
    }

    /** Every export of the ledger. */
    List<Entry> entries() {
        return warehouse.read(session -> session.query(
                "select id, sha256, file_name, bytes, status, cast(epoch_ms(arrived_at) as bigint), loaded_at from export",
                row -> new Entry(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5).equals("loaded"),
                        row.getLong(6),
                        String.valueOf(row.getString(7)).substring(0, 7))));
    }

    /** Enters an export; the number it gets. */
    long enter(Map<String, @Nullable String> values) {
        return warehouse.write(session -> {
            long id = session.number("select max(id) from export") + 1;
            Map<String, @Nullable String> entry = new LinkedHashMap<>(values);
            entry.put("id", String.valueOf(id));
            Ledger.enter(session, entry);
            return id;
        });
    }

    /** What became of the records of exports, by number of the export and fate. */
    void count(Map<Long, Map<String, Long>> fates) {
        warehouse.writeAll(session -> fates.forEach((id, counts) -> session.execute(
                "update export set new_count = ?, duplicate_count = ?, revised_count = ?, outdated_count = ? where id = ?",
                counts.getOrDefault("new", 0L),
                counts.getOrDefault("seen", 0L),
                counts.getOrDefault("won", 0L),
                counts.getOrDefault("lost", 0L),
                id)));
    }

    /** The exports whose rows are not all accounted for. */
    List<String> unbalanced() {
        return warehouse.read(
                session -> session.texts("select file_name from export where status = 'loaded' and row_count <>"
                        + " new_count + duplicate_count + revised_count + outdated_count + rejected_count"
                        + " + coalesce(purged_count, 0) order by id"));
    }

    /** The loaded exports, each with its place in the order of export time. */
    List<Row> order() {
        return warehouse.read(session -> session.query(
                "select id, row_number() over (order by export_time nulls first, arrived_at nulls first, file_name, id)"
                        + " from export where status = 'loaded'",
                row -> RowFactory.create(row.getLong(1), row.getLong(2))));
    }

    /** The month in which each export was loaded. */
    List<Row> loadedIn() {
        return entries().stream()
                .map(entry -> RowFactory.create(entry.id(), entry.loadedIn()))
                .toList();
    }

    /** The columns of {@link #loadedIn}. */
    static StructType loadedInSchema() {
        return new StructType().add("export_id", DataTypes.LongType).add(LOADED_IN, DataTypes.StringType);
    }

    /** The columns of {@link #order}. */
    static StructType orderSchema() {
        return new StructType().add("export_id", DataTypes.LongType).add("newness", DataTypes.LongType);
    }

    /** The months in which exports were loaded whose records end in a range of days. */
    List<String> loadedInMonths(String firstDay, String lastDay) {
        return warehouse.read(session -> session.texts(
                "select distinct substr(cast(loaded_at as varchar), 1, 7) from export where status = 'loaded'"
                        + " and last_day >= cast(? as date) - 2 and first_day <= cast(? as date) + 2",
                firstDay,
                lastDay));
    }

    /** The names of the tables of rules. */
    List<String> rules() {
        return tables.keySet().stream()
                .filter(table -> table.startsWith("rule_"))
                .toList();
    }

    /** The rows of a table of rules. */
    List<Row> rule(String table) {
        List<Row> rows = new ArrayList<>();
        warehouse.read(session -> {
            session.each("select * from " + table, row -> rows.add(RowFactory.create(row.toArray())));
            return true;
        });
        return rows;
    }

    /** The tables as pieces. */
    List<StoredTable> write(StoreFolder store, @Nullable Manifest before) throws IOException {
        List<StoredTable> written = new ArrayList<>();
        for (Map.Entry<String, List<BulkColumn>> table : tables.entrySet()) {
            if (KEPT.contains(table.getKey()) || table.getKey().startsWith("rule_")) {
                written.add(write(store, table.getKey(), table.getValue(), before));
            }
        }
        return written;
    }

    private StoredTable write(StoreFolder store, String table, List<BulkColumn> columns, @Nullable Manifest before)
            throws IOException {
        List<String> names = columns.stream().map(BulkColumn::name).toList();
        TableSum sum = warehouse.read(session -> TableSum.of(session, table, names));
        StoredTable known = before == null ? null : before.table(table).orElse(null);
        if (known != null && known.columns().equals(columns) && known.sum().equals(sum)) {
            return known;
        }
        Path folder = Files.createTempDirectory("yieldline-books");
        Path file = folder.resolve(table + ".parquet");
        try {
            warehouse.read(session -> written(session, table, columns, file));
            Piece piece = new Piece("", sum.rows(), sum.checksum(), Files.size(file), Sha256.of(file));
            store.addLocal(file, piece);
            return new StoredTable(table, "", columns, List.of(piece));
        } finally {
            io.yieldline.plant.FolderWalk.delete(folder);
        }
    }

    private static boolean written(Session session, String table, List<BulkColumn> columns, Path file) {
        TableFiles.write(session, table, columns, file);
        return true;
    }

    @Override
    public void close() {
        warehouse.close();
    }

    /**
     * An export of the ledger.
     *
     * @param arrived when it was written to its folder, in milliseconds
     * @param loadedIn the month of its load
     */
    record Entry(long id, String sha256, String name, long bytes, boolean loaded, long arrived, String loadedIn) {
        ExportFile.Sight sight() {
            return new ExportFile.Sight(name, bytes, arrived);
        }
    }
}
