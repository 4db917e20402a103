package io.yieldline.scale;

import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import io.yieldline.feed.Record;
import io.yieldline.feed.Rejection;
import io.yieldline.ingest.StagedRow;
import io.yieldline.warehouse.FeedTables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The rows that the reading of an export gives: its records, each in the column of its feed, its rejected rows, and at last its entry
 * in the ledger.
 */
final class LandedRow {
    static final String PLACE = "place";
    static final String REJECTED = "rejected_row";
    static final String ENTRY = "entry";
    static final String HAS_SECONDS = "has_seconds";
    static final String LACKS_SECONDS = "lacks_seconds";

    private final String place;
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    /** For the rows of one export. */
    LandedRow(String place, Feeds feeds) {
        this.place = place;
        for (String column : schema(feeds).fieldNames()) {
            columns.put(column, columns.size());
        }
    }

    static StructType schema(Feeds feeds) {
        StructType schema = new StructType()
                .add(PLACE, DataTypes.StringType)
                .add(ENTRY, DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType))
                .add(HAS_SECONDS, DataTypes.BooleanType)
                .add(LACKS_SECONDS, DataTypes.BooleanType)
                .add(REJECTED, SparkColumns.schema(StagedRow.REJECTED));
        for (Feed feed : feeds.all()) {
            schema = schema.add(feed.name(), SparkColumns.schema(FeedTables.stageColumns(feed)));
        }
        return schema;
    }

    Row of(String feed, Record record) {
        return row(Map.of(feed, struct(StagedRow.of(record))));
    }

    Row of(Rejection rejection) {
        return row(Map.of(REJECTED, struct(StagedRow.of(0, rejection))));
    }

    /** The last row of an export. */
    Row of(Map<String, @Nullable Object> entry, boolean hasSeconds, boolean lacksSeconds) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        entry.forEach((column, value) -> texts.put(column, value == null ? null : value.toString()));
        return row(Map.of(
                ENTRY, CollectionConverters.asScala(texts), HAS_SECONDS, hasSeconds, LACKS_SECONDS, lacksSeconds));
    }

    private Row row(Map<String, Object> values) {
        @Nullable Object[] row = new Object[columns.size()];
        row[0] = place;
        values.forEach((column, value) -> row[columns.getOrDefault(column, 0)] = value);
        return RowFactory.create(row);
    }

    private static Row struct(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] instanceof UUID hash ? hash.toString() : values[i];
        }
        return RowFactory.create(values);
    }

    /** The names of the columns that hold records. */
    static List<String> feeds(Feeds feeds) {
        return feeds.all().stream().map(Feed::name).toList();
    }
}
