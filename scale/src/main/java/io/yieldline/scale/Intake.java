package io.yieldline.scale;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.yieldline.Counted;
import io.yieldline.feed.Feed;
import io.yieldline.store.Piece;
import io.yieldline.warehouse.BulkColumn;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Takes new exports of a plant: their records are merged with those known, and everything is accounted for. */
final class Intake {
    static final String REJECTED = "rejected_row";
    static final String SIGHTING = "sighting";

    private final SparkSession spark;
    private final StoreFolder store;
    private final PlantFiles files;
    private final Books books;
    private final LocalDateTime now;
    private final Changes changes = new Changes();
    private final Map<String, Dataset<Row>> serialNumbers = new HashMap<>();

    /**
     * For the exports of a plant.
     *
     * @param now the time of the run, in plant time
     */
    Intake(SparkSession spark, StoreFolder store, PlantFiles files, Books books, LocalDateTime now) {
        this.spark = spark;
        this.store = store;
        this.files = files;
        this.books = books;
        this.now = now;
    }

    /** The days and weeks that changed, by source. */
    Changes changes() {
        return changes;
    }

    /** The units of a feed with changed records; null if none has. */
    @Nullable
    Dataset<Row> serialNumbers(String feed) {
        return serialNumbers.get(feed);
    }

    /** Reads the exports, merges their records, and enters them; what becomes of them is in the report. */
    void take(List<ExportFile> fresh, Tables tables, PlantReport report) throws IOException {
        report.begins("reads " + Counted.of(fresh.size(), "export"));
        Landing landing = new Landing(spark, store, files, now);
        landing.read(fresh, Set.of());
        landing.read(withoutSeconds(fresh, landing, tables), placesOf(fresh));
        List<Books.Entry> earlier = books.entries();
        Map<String, Long> numbers = enter(fresh, landing, report);
        Map<Long, Map<String, Long>> fates = new HashMap<>();
        Set<String> feeds = fresh.stream()
                .filter(export -> numbers.containsKey(export.place()))
                .filter(export -> !landing.of(export).parked())
                .map(export -> landing.of(export).feed())
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Long> loaded = those(fresh, landing, numbers, read -> !read.parked());
        List<Dataset<Row>> sightings = new ArrayList<>();
        for (Feed feed : books.marts().feeds().all()) {
            if (feeds.contains(feed.name())) {
                report.begins("merges the records of " + feed.name());
                sightings.add(merge(feed, numbered(landing.rows(feed.name()), loaded), tables, fates));
            }
        }
        Map<String, Long> rejecting = those(fresh, landing, numbers, Landing.Read::rejects);
        reject(numbered(landing.rows(LandedRow.REJECTED).drop("export_id"), rejecting), tables, gone(earlier));
        addSightings(sightings, tables);
        books.count(fates);
        List<String> unbalanced = books.unbalanced();
        if (!unbalanced.isEmpty()) {
            throw new IllegalStateException("not all rows are accounted for of " + unbalanced);
        }
        report.counts(fates);
    }

    /** Exports whose times have no seconds, of feeds that have them elsewhere: they are read again, and their rows rejected. */
    private List<ExportFile> withoutSeconds(List<ExportFile> fresh, Landing landing, Tables tables) {
        List<ExportFile> lacking = fresh.stream()
                .filter(export ->
                        landing.of(export).lacksSeconds() && !landing.of(export).parked())
                .toList();
        Map<String, Boolean> having = new HashMap<>();
        return lacking.stream()
                .filter(export ->
                        fresh.stream().map(landing::of).anyMatch(read -> read.tellsSecondsTo(landing.of(export)))
                                || having.computeIfAbsent(
                                        landing.of(export).feed(),
                                        feed -> !tables.read(feed + "_master_log")
                                                .where("extract(second from ended_at) > 0")
                                                .isEmpty()))
                .toList();
    }

    private static Set<String> placesOf(List<ExportFile> exports) {
        return exports.stream().map(ExportFile::place).collect(Collectors.toCollection(HashSet::new));
    }

    /** Enters new exports into the ledger; the number of each by its place, without those whose bytes are known. */
    private Map<String, Long> enter(List<ExportFile> fresh, Landing landing, PlantReport report) {
        Set<String> known = books.entries().stream()
                .filter(Books.Entry::loaded)
                .map(Books.Entry::sha256)
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (ExportFile export : fresh) {
            Landing.Read read = landing.of(export);
            if (known.add(String.valueOf(read.entry().get("sha256")))) {
                numbers.put(export.place(), books.enter(read.entry()));
                report.taken(export.name(), read.parked() ? read.entry().get("reason") : null, read.entry());
            } else {
                report.known(1);
            }
        }
        return numbers;
    }

    /** The numbers of those exports whose reading is so. */
    private static Map<String, Long> those(
            List<ExportFile> fresh, Landing landing, Map<String, Long> numbers, Predicate<Landing.Read> wanted) {
        Map<String, Long> those = new HashMap<>(numbers);
        fresh.stream()
                .filter(export -> !wanted.test(landing.of(export)))
                .forEach(export -> those.remove(export.place()));
        return those;
    }

    /** Parked exports that have been replaced by another reading of the same bytes: their rejected rows go. */
    private List<Books.Entry> gone(List<Books.Entry> earlier) {
        Set<Long> now = books.entries().stream().map(Books.Entry::id).collect(Collectors.toSet());
        return earlier.stream().filter(entry -> !now.contains(entry.id())).toList();
    }

    private Dataset<Row> numbered(Dataset<Row> rows, Map<String, Long> numbers) {
        List<Row> pairs = new ArrayList<>();
        numbers.forEach((place, number) -> pairs.add(RowFactory.create(place, number)));
        Dataset<Row> exports = spark.createDataFrame(
                pairs,
                new StructType().add(LandedRow.PLACE, DataTypes.StringType).add("export_id", DataTypes.LongType));
        return rows.join(org.apache.spark.sql.functions.broadcast(exports), LandedRow.PLACE)
                .drop(LandedRow.PLACE);
    }

    /** Merges the records of a feed; the new sightings, also those that were current or in the history before. */
    private Dataset<Row> merge(Feed feed, Dataset<Row> fresh, Tables tables, Map<Long, Map<String, Long>> fates)
            throws IOException {
        List<BulkColumn> columns = tables.columns(feed.masterLog());
        Set<String> months = new TreeSet<>();
        fresh.select(Pieces.period(tables.division(feed.masterLog())))
                .distinct()
                .collectAsList()
                .forEach(row -> months.add(row.getString(0)));
        Merged.Known known = known(feed, months, tables);
        Merged merged = merged(feed, columns, fresh, known);
        fates.putAll(merged.fates());
        changes.add(feed.name(), merged.changed());
        changes.add(feed.name() + "_attribute", merged.refreshed());
        serialNumbers.put(feed.name(), merged.changed().select("serial_number").distinct());
        replace(feed.masterLog(), known.master(), merged, "current", months, tables);
        replace(feed.history(), known.history(), merged, "history", months, tables);
        return merged.becoming(SIGHTING)
                .where("was <> 'sighting'")
                .select(
                        lit(feed.name()).as("feed"),
                        col("identity"),
                        col("content"),
                        col("export_id"),
                        col("row_number"));
    }

    private Merged.Known known(Feed feed, Set<String> months, Tables tables) {
        List<String> loaded = months.isEmpty() || months.contains(Piece.NO_PERIOD)
                ? List.of()
                : books.loadedInMonths(
                        first(months) + "-01",
                        YearMonth.parse(last(months)).atEndOfMonth().toString());
        return new Merged.Known(
                tables.read(feed.masterLog(), months::contains),
                tables.read(feed.history(), months::contains),
                tables.read(SIGHTING, loaded::contains).where(col("feed").equalTo(feed.name())),
                spark.createDataFrame(books.order(), Books.orderSchema()));
    }

    private static String first(Set<String> months) {
        return months.iterator().next();
    }

    private static String last(Set<String> months) {
        return new TreeSet<>(months).last();
    }

    private Merged merged(Feed feed, List<BulkColumn> columns, Dataset<Row> fresh, Merged.Known known) {
        Dataset<Row> events = store.computed(Merged.several(fresh, known), "several_" + feed.name());
        Dataset<Row> merged =
                store.computed(Merged.query(feed, columns, fresh, known, events), "merged_" + feed.name());
        return new Merged(merged.unionByName(Merged.first(columns, fresh, events)), events);
    }

    private static void replace(
            String table, Dataset<Row> known, Merged merged, String becoming, Set<String> months, Tables tables)
            throws IOException {
        Dataset<Row> untouched = SparkColumns.select(merged.untouched(known), tables.columns(table));
        Dataset<Row> now = SparkColumns.select(merged.becoming(becoming), tables.columns(table));
        tables.replace(table, untouched.union(now), months);
    }

    /** Each belongs to the month in which its export was loaded: a version that wins again leaves the row it had before. */
    private void addSightings(List<Dataset<Row>> sightings, Tables tables) throws IOException {
        if (sightings.isEmpty()) {
            return;
        }
        Dataset<Row> all = sightings.stream()
                .reduce(Dataset::union)
                .orElseThrow()
                .join(spark.createDataFrame(books.loadedIn(), Books.loadedInSchema()), "export_id");
        for (Row row : all.select(Books.LOADED_IN).distinct().collectAsList()) {
            String month = row.getString(0);
            Dataset<Row> more =
                    SparkColumns.select(all.where(col(Books.LOADED_IN).equalTo(month)), tables.columns(SIGHTING));
            tables.replaceLoaded(SIGHTING, tables.read(SIGHTING, month::equals).union(more), month);
        }
    }

    private void reject(Dataset<Row> rejected, Tables tables, List<Books.Entry> gone) throws IOException {
        Object[] ids = gone.stream().map(Books.Entry::id).toArray();
        Set<String> months = gone.stream().map(Books.Entry::loadedIn).collect(Collectors.toCollection(TreeSet::new));
        String month = YearMonth.from(now).toString();
        months.add(month);
        for (String one : months) {
            Dataset<Row> known = tables.read(REJECTED, one::equals)
                    .where(not(col("export_id").isin(ids)));
            tables.replaceLoaded(
                    REJECTED,
                    one.equals(month) ? known.union(SparkColumns.select(rejected, tables.columns(REJECTED))) : known,
                    one);
        }
    }
}
