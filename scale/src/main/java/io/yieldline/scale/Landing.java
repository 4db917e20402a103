package io.yieldline.scale;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.yieldline.feed.Feeds;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Exports as they were read, once, as files in the store that last as long as the run: nothing that comes later reads an export again,
 * whichever machine is lost.
 */
final class Landing {
    private final SparkSession spark;
    private final StoreFolder store;
    private final PlantFiles plant;
    private final LocalDateTime loadedAt;
    private final Feeds feeds;
    private final List<Dataset<Row>> landed = new ArrayList<>();
    private final Map<String, Read> read = new HashMap<>();

    Landing(SparkSession spark, StoreFolder store, PlantFiles plant, LocalDateTime loadedAt) {
        this.spark = spark;
        this.store = store;
        this.plant = plant;
        this.loadedAt = loadedAt;
        this.feeds = plant.open().feeds();
    }

    /** Reads exports, each as one task; a second reading of an export replaces the first. */
    void read(List<ExportFile> exports, Set<String> haveSeconds) throws IOException {
        if (exports.isEmpty()) {
            return;
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        ReadExport reading = new ReadExport(
                plant, new SerializableConfiguration(context.hadoopConfiguration()), loadedAt, haveSeconds);
        Dataset<Row> rows = spark.createDataset(
                        context.parallelize(exports, exports.size()).rdd(),
                        Encoders.javaSerialization(ExportFile.class))
                .flatMap(reading, Encoders.row(LandedRow.schema(feeds)));
        Object[] again = exports.stream().map(ExportFile::place).toArray();
        landed.replaceAll(earlier -> earlier.where(not(col(LandedRow.PLACE).isin(again))));
        landed.add(store.computed(rows, "landing" + landed.size()));
        landed.get(landed.size() - 1)
                .where(col(LandedRow.ENTRY).isNotNull())
                .select(LandedRow.PLACE, LandedRow.ENTRY, LandedRow.HAS_SECONDS, LandedRow.LACKS_SECONDS)
                .collectAsList()
                .forEach(row ->
                        read.put(row.getString(0), new Read(row.getJavaMap(1), row.getBoolean(2), row.getBoolean(3))));
    }

    /** What was read of an export. */
    Read of(ExportFile export) {
        Read known = read.get(export.place());
        if (known == null) {
            throw new IllegalStateException(export.place() + " was not read");
        }
        return known;
    }

    /** The records of a feed, or the rejected rows, each with its place. */
    Dataset<Row> rows(String column) {
        Dataset<Row> all = landed.stream().reduce(Dataset::union).orElseThrow();
        return all.where(col(column).isNotNull()).select(col(LandedRow.PLACE), col(column + ".*"));
    }

    /**
     * An export that was read.
     *
     * @param entry its entry in the ledger, as texts
     * @param lacksSeconds whether records were accepted without seconds, as no other one of the export had any
     */
    record Read(Map<String, @Nullable String> entry, boolean hasSeconds, boolean lacksSeconds) {
        boolean parked() {
            return "parked".equals(entry.get("status"));
        }

        String feed() {
            return String.valueOf(entry.get("feed"));
        }

        /** Whether it has rejected rows that count: none of an export that turned out to be unreadable behind them. */
        boolean rejects() {
            return !"0".equals(entry.get("rejected_count"));
        }

        /** Whether times without seconds in another export have lost them. */
        boolean tellsSecondsTo(Read other) {
            return hasSeconds
                    && !parked()
                    && feed().equals(other.feed())
                    && !Objects.equals(entry.get("sha256"), other.entry.get("sha256"));
        }
    }
}
