package io.yieldline.scale;

import io.yieldline.ingest.ExportReport;
import io.yieldline.ingest.IngestProgress;
import io.yieldline.mart.Mart;
import io.yieldline.mart.Marts;
import io.yieldline.mart.PlantParts;
import io.yieldline.mart.Scope;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Profile;
import io.yieldline.store.Piece;
import io.yieldline.store.PieceCheck;
import io.yieldline.store.Snapshot;
import io.yieldline.store.SnapshotTables;
import io.yieldline.store.Store;
import io.yieldline.store.StoredTable;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.TableFiles;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plant whose exports are loaded by the program, and by the job on Spark. */
final class TestedPlant {
    /** What differs by the order in which exports arrive, or by the hour. */
    private static final String PROVENANCE = " exclude (export_id, row_number)";

    private static final String EXPORT_OF = "(select e.sha256 from export e where e.id = export_id) from ";

    final Path folder;
    final Home home;
    final Marts marts;

    TestedPlant(Path folder, String name) {
        this.folder = folder;
        this.home = new Home(folder.resolve("home"));
        Plant.init(home, name, ZoneId.of("America/New_York"), Profile.PLANT);
        this.marts = Marts.of(home);
    }

    /** The tables as DuckDB makes them of exports, as text by name. */
    Map<String, String> onDuckDb(List<Path> exports) {
        return onDuckDb(exports, this::tables);
    }

    /** What DuckDB has after it loaded exports in this order. */
    <T> T onDuckDb(List<Path> exports, Function<Session, T> look) {
        try (Warehouse warehouse = Warehouses.openInMemory()) {
            PlantParts parts = new PlantParts(Plant.open(home), marts, warehouse, InstantSource.system()).prepare();
            parts.ingest().load(exports, null, null, new Silent());
            parts.refresh().refresh(new Scope.Recent(), List.of(), (part, number, count) -> {});
            return warehouse.read(look::apply);
        }
    }

    /** The same as the newest snapshot of a store has them. */
    Map<String, String> inStore(Path store) {
        return inStore(store, this::tables);
    }

    /** What the newest snapshot of a store has. */
    <T> T inStore(Path store, Function<Session, T> look) {
        return SnapshotTables.read(newest(store), marts.feeds(), look);
    }

    Snapshot newest(Path store) {
        return new Store(store).all().get(0);
    }

    /**
     * Runs the job on all exports of a folder; what it says.
     *
     * @param more homes of other plants, then options
     */
    String job(Path exports, Path store, String... more) {
        return jobAt(InstantSource.system(), exports, store, more);
    }

    /** The same at another time. */
    String jobAt(InstantSource clock, Path exports, Path store, String... more) {
        List<String> words = new ArrayList<>(List.of("--exports", exports.toString(), "--store", store.toString()));
        words.addAll(List.of("--plants", home.directory().toString()));
        words.addAll(List.of(more));
        words.addAll(List.of("--master", "local[2]", "--set", "spark.sql.shuffle.partitions=2"));
        words.addAll(List.of("--set", "spark.sql.codegen.wholeStage=false", "--set", "spark.ui.enabled=false"));
        words.addAll(List.of("--set", "spark.driver.bindAddress=127.0.0.1", "--set", "spark.driver.host=127.0.0.1"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit =
                ScaleJob.run(new PrintStream(out, true, StandardCharsets.UTF_8), clock, words.toArray(String[]::new));
        return out.toString(StandardCharsets.UTF_8) + "exit code " + exit;
    }

    /** What a restore would find wrong. */
    List<String> damage(Path store) {
        Snapshot snapshot = newest(store);
        return TableFiles.inspect(folder, session -> {
            List<String> damage = new ArrayList<>();
            for (StoredTable table : snapshot.manifest().tables()) {
                for (Piece piece : table.pieces()) {
                    Path file = snapshot.file(piece);
                    PieceCheck.compare(session, table, piece, file).ifPresent(damage::add);
                }
            }
            return damage;
        });
    }

    /** Adds an export to a folder as it arrived. */
    static void arrive(Path export, Path root, Path folder) {
        Path file = folder.resolve(root.relativize(export));
        try {
            Files.createDirectories(file.getParent());
            Files.copy(export, file, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Map<String, String> tables(Session session) {
        Map<String, String> tables = new TreeMap<>();
        marts.tables().map(Mart::name).forEach(table -> tables.put(table, text(session, "select * from " + table)));
        marts.feeds().all().stream()
                .flatMap(feed -> Stream.of(feed.masterLog(), feed.history()))
                .forEach(log -> tables.put(log, text(session, "select *" + PROVENANCE + " from " + log)));
        tables.put(
                "sighting",
                text(
                        session,
                        "select feed, identity, content, count(*) from sighting group by feed, identity, content"));
        tables.put("rejected_row", text(session, "select * exclude (export_id) from rejected_row"));
        tables.put(
                "export",
                text(
                        session,
                        "select sha256, feed, status, reason, row_count, new_count + duplicate_count + revised_count + outdated_count,"
                                + " rejected_count, cleaned_cells, first_day, last_day, unknown_columns, missing_columns, remarks, feed_definition"
                                + " from export"));
        session.texts("select table_name from information_schema.tables where table_name like 'rule!_%' escape '!'")
                .forEach(rule -> tables.put(rule, text(session, "select * from " + rule)));
        return tables;
    }

    /** From which row of which export each record is, and what became of the rows of each export: as far as exports came in the same order. */
    Map<String, String> provenance(Session session) {
        Map<String, String> tables = new TreeMap<>();
        marts.feeds().all().stream()
                .flatMap(feed -> Stream.of(feed.masterLog(), feed.history()))
                .forEach(log ->
                        tables.put(log, text(session, "select identity, content, row_number, " + EXPORT_OF + log)));
        tables.put("sighting", text(session, "select identity, content, row_number, " + EXPORT_OF + "sighting"));
        tables.put(
                "export",
                text(
                        session,
                        "select sha256, new_count, duplicate_count, revised_count, outdated_count, rejected_count from export"));
        return tables;
    }

    /** As CSV, in an order that is the same each time; a blank is not an empty text. */
    private static String text(Session session, String select) {
        return session
                .query("select * from (" + select + ") rows order by all", row -> {
                    List<String> cells = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        String cell = row.getString(i);
                        cells.add(cell == null ? "" : '"' + cell + '"');
                    }
                    return String.join(",", cells);
                })
                .stream()
                .collect(Collectors.joining("\n"));
    }

    private static final class Silent implements IngestProgress {
        @Override
        public void planned(int exports, long bytes) {}

        @Override
        public void done(ExportReport report, long bytes) {}

        @Override
        public void note(String message) {}
    }
}
