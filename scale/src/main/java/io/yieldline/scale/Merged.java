package io.yieldline.scale;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.yieldline.feed.Column;
import io.yieldline.feed.Column.Use;
import io.yieldline.feed.Feed;
import io.yieldline.warehouse.BulkColumn;
import io.yieldline.yaml.ResourceFolder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What became of the records of the events that new exports of a feed show: one row per record, known ones too.
 *
 * @param rows the columns of the master log, {@code was}, {@code becomes}, {@code fate}, {@code attributes_changed}
 * @param events the identities of the events that need the rule, see {@link #several}
 */
record Merged(Dataset<Row> rows, Dataset<Row> events) {
    private static final String IDENTITY = "identity";

    /**
     * The identities of the events that new exports show more than once, or that are known. All others are new: nothing has to be put in
     * order for them.
     *
     * @param known the tables so far, of the months that the new records reach
     */
    static Dataset<Row> several(Dataset<Row> fresh, Known known) {
        Dataset<Row> shown = fresh.select(IDENTITY);
        Dataset<Row> told = known.master()
                .select(IDENTITY)
                .union(known.history().select(IDENTITY))
                .union(known.sightings().select(IDENTITY));
        return shown.groupBy(IDENTITY)
                .count()
                .where("count > 1")
                .select(IDENTITY)
                .union(only("left_semi", told, shown))
                .distinct();
    }

    /** The merge of the events that need the rule, as a query. */
    static Dataset<Row> query(
            Feed feed, List<BulkColumn> columns, Dataset<Row> fresh, Known known, Dataset<Row> events) {
        Dataset<Row> sightings = only(
                "left_semi",
                known.sightings()
                        .drop("feed")
                        .withColumn("row_number", col("row_number").cast("int")),
                events);
        only("left_semi", fresh, events)
                .withColumn("was", lit("fresh"))
                .unionByName(only("left_semi", known.master(), events).withColumn("was", lit("current")), true)
                .unionByName(only("left_semi", known.history(), events).withColumn("was", lit("history")), true)
                .unionByName(sightings.withColumn("was", lit("sighting")), true)
                .createOrReplaceTempView("shown_rows");
        known.order().createOrReplaceTempView("export_order");
        return fresh.sparkSession().sql(text(feed, columns));
    }

    /** The records of the other events, as the query would have them. */
    static Dataset<Row> first(List<BulkColumn> columns, Dataset<Row> fresh, Dataset<Row> events) {
        return SparkColumns.select(only("left_anti", fresh, events), columns)
                .withColumn("was", lit("fresh"))
                .withColumn("attributes_changed", lit(false))
                .withColumn("becomes", lit("current"))
                .withColumn("fate", lit("new"));
    }

    private static Dataset<Row> only(String join, Dataset<Row> rows, Dataset<Row> events) {
        return rows.join(events, rows.col(IDENTITY).equalTo(events.col(IDENTITY)), join);
    }

    private static String text(Feed feed, List<BulkColumn> columns) {
        List<String> attributes = feed.storedColumns().stream()
                .filter(column -> column.use() == Use.ATTRIBUTE)
                .map(Column::name)
                .toList();
        String text = ResourceFolder.text(Merged.class, "merge.sql");
        return text.replace(
                        "${attributes}", attributes.stream().map(", "::concat).collect(Collectors.joining()))
                .replace(
                        "${differ}",
                        attributes.isEmpty()
                                ? "false"
                                : attributes.stream()
                                        .map(name -> name + " is distinct from newest." + name)
                                        .collect(Collectors.joining(" or ")))
                .replace(
                        "${columns}",
                        columns.stream()
                                .map(BulkColumn::name)
                                .map(name -> attributes.contains(name) ? "newest." + name + " as " + name : name)
                                .collect(Collectors.joining(",\n    ")));
    }

    /** The records that a table holds now. */
    Dataset<Row> becoming(String table) {
        return rows.where(col("becomes").equalTo(table));
    }

    /** The records that are current now and were not, or are of another version. */
    Dataset<Row> changed() {
        return becoming("current").where(col("was").notEqual("current"));
    }

    /** The current records of the same version as before whose attributes changed. */
    Dataset<Row> refreshed() {
        return becoming("current").where("was = 'current' and attributes_changed");
    }

    /** The rows of a table so far that no new export shows. */
    Dataset<Row> untouched(Dataset<Row> table) {
        return only("left_anti", table, events);
    }

    /** The number of new records by export and fate. */
    Map<Long, Map<String, Long>> fates() {
        Map<Long, Map<String, Long>> fates = new HashMap<>();
        rows.where("was = 'fresh'")
                .groupBy("export_id", "fate")
                .count()
                .collectAsList()
                .forEach(row -> fates.computeIfAbsent(row.getLong(0), id -> new HashMap<>())
                        .put(row.getString(1), row.getLong(2)));
        return fates;
    }

    /**
     * The tables so far.
     *
     * @param order the exports in the order of export time
     */
    record Known(Dataset<Row> master, Dataset<Row> history, Dataset<Row> sightings, Dataset<Row> order) {}
}
