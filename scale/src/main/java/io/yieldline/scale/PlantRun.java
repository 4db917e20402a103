package io.yieldline.scale;

import io.yieldline.Program;
import io.yieldline.mart.Mart;
import io.yieldline.mart.Marts;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.store.Manifest;
import io.yieldline.store.StoredTable;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** One run for one plant: what is new among its exports, merged into its records, marts and a new snapshot. */
final class PlantRun implements AutoCloseable {
    private static final Duration GRACE = Duration.ofDays(1);

    private final SparkSession spark;
    private final Options options;
    private final InstantSource clock;
    private final Plant plant;
    private final StoreFolder store;
    private final Books books;
    private final LocalDateTime now;
    private final Intake intake;
    private @Nullable Manifest before;

    /** For a plant with its exports and its store. */
    PlantRun(SparkSession process, Home home, Options options, InstantSource clock) throws IOException {
        this.spark = Sessions.ofPlant(process);
        this.options = options;
        this.clock = clock;
        this.plant = Plant.open(home);
        this.store = new StoreFolder(options.store(), hadoop());
        this.books = new Books(plant, Marts.of(home), clock);
        this.now = LocalDateTime.ofInstant(clock.instant(), plant.settings().zone());
        this.intake = new Intake(spark, store, PlantFiles.of(home), books, now);
    }

    private Configuration hadoop() {
        return spark.sparkContext().hadoopConfiguration();
    }

    /**
     * Does the work; what became of it.
     *
     * @param progress takes a line when a part of the work begins
     */
    PlantReport run(Consumer<String> progress) throws IOException {
        PlantReport report = new PlantReport(plant.settings().plant(), progress);
        before = continued(report);
        List<ExportFile> fresh = fresh(report);
        if (fresh.isEmpty() && before != null && options.months().isEmpty() && anew().isEmpty()) {
            return report;
        }
        Tables tables = new Tables(books, new Pieces(spark, store), before);
        if (!fresh.isEmpty()) {
            intake.take(fresh, tables, report);
        }
        report.begins("makes units and marts");
        refresh(tables, report);
        report.snapshot(store.put(manifest(tables)));
        store.collect(options.keep(), clock.instant().minus(GRACE).toEpochMilli());
        return report;
    }

    /** The snapshot that this run continues; null where all exports have to be read again. */
    private @Nullable Manifest continued(PlantReport report) throws IOException {
        Manifest newest = store.newest().orElse(null);
        if (newest == null) {
            return null;
        }
        if (newest.schema() != books.schema()
                || !newest.rules().equals(plant.rules().fingerprint())) {
            report.remark("rules or program changed since the last run: all exports are read again");
            return null;
        }
        books.continueLedger(newest.table("export").orElseThrow(), store);
        List<String> changed = books.changedFeeds();
        if (!changed.isEmpty()) {
            report.remark(changed.get(0).replaceAll("; load all exports again.*", ": all exports are read again"));
            books.forgetLedger();
            return null;
        }
        return newest;
    }

    private List<ExportFile> fresh(PlantReport report) throws IOException {
        ExportFolder folder = ExportFolder.list(options.exports(), hadoop());
        folder.skipped().forEach(report::remark);
        List<Books.Entry> known = books.entries().stream()
                .filter(entry -> entry.loaded() || !options.retry())
                .toList();
        Set<ExportFile.Sight> sights = known.stream().map(Books.Entry::sight).collect(Collectors.toSet());
        List<ExportFile> unseen = folder.exports().stream()
                .filter(export -> !sights.contains(export.sight()))
                .toList();
        Set<ExportFile> copies = copies(unseen, known);
        List<ExportFile> fresh =
                unseen.stream().filter(export -> !copies.contains(export)).toList();
        report.known(folder.exports().size() - fresh.size());
        return fresh;
    }

    /** Files under other names or times with the bytes of known exports. */
    private Set<ExportFile> copies(List<ExportFile> unseen, List<Books.Entry> known) {
        Set<Long> sizes = known.stream().map(Books.Entry::bytes).collect(Collectors.toSet());
        List<ExportFile> alike =
                unseen.stream().filter(export -> sizes.contains(export.bytes())).toList();
        Set<String> hashes = known.stream().map(Books.Entry::sha256).collect(Collectors.toSet());
        List<String> found =
                FileHash.of(spark, alike.stream().map(ExportFile::place).toList());
        return IntStream.range(0, alike.size())
                .filter(i -> hashes.contains(found.get(i)))
                .mapToObj(alike::get)
                .collect(Collectors.toSet());
    }

    private void refresh(Tables tables, PlantReport report) throws IOException {
        List<String> logs = books.marts().feeds().all().stream()
                .flatMap(feed -> Stream.of(feed.masterLog(), feed.history()))
                .toList();
        tables.complete(logs);
        tables.complete(List.of(Intake.SIGHTING, Intake.REJECTED));
        for (String rule : books.rules()) {
            spark.createDataFrame(books.rule(rule), SparkColumns.schema(books.columns(rule)))
                    .createOrReplaceTempView(rule);
        }
        Changes changes = intake.changes();
        for (YearMonth month : options.months()) {
            List<String> sources = books.marts().all().stream()
                    .flatMap(mart -> mart.sources().stream())
                    .distinct()
                    .toList();
            changes.addDays(sources, month.atDay(1), month.atEndOfMonth());
        }
        Refresh refresh = new Refresh(spark, store, books.marts(), tables, changes, anew());
        for (Mart units : books.marts().units()) {
            Dataset<Row> serials = intake.serialNumbers(units.source());
            if (anew().contains(units.name()) || serials != null) {
                refresh.units(units, serials == null ? spark.emptyDataFrame() : serials);
            }
        }
        for (Mart mart : books.marts().all()) {
            refresh.mart(mart);
        }
        report.changed(changes.of(
                        logs.stream().map(log -> log.replace("_master_log", "")).toList(), "day")
                .size());
    }

    /** Tables that are not there, or were made by another text. */
    private Set<String> anew() throws IOException {
        Manifest known = before;
        Map<String, String> madeBy = known == null ? Map.of() : books.madeBy(known, store);
        return books.marts()
                .tables()
                .filter(table -> known == null
                        || known.table(table.name()).isEmpty()
                        || !books.madeBy(table).equals(madeBy.get(table.name())))
                .map(Mart::name)
                .collect(Collectors.toSet());
    }

    private Manifest manifest(Tables tables) throws IOException {
        List<StoredTable> all = new ArrayList<>(tables.all());
        all.addAll(books.write(store, before));
        all.sort(Comparator.comparing(StoredTable::table));
        return new Manifest(
                now,
                plant.settings().plant(),
                "Spark",
                books.schema(),
                Program.version(),
                plant.rules().fingerprint(),
                0,
                "by the Spark job",
                null,
                all);
    }

    @Override
    public void close() throws IOException {
        store.clear();
        books.close();
    }

    /**
     * What a run is told.
     *
     * @param exports the folder of the exports of the plant
     * @param store the store of the plant
     * @param months months whose marts are made again although nothing changed
     * @param keep number of snapshots that stay
     * @param retry whether parked exports are read again
     */
    record Options(Path exports, Path store, List<YearMonth> months, int keep, boolean retry) {}
}
