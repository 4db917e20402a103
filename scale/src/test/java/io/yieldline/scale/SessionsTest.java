package io.yieldline.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** What the SELECTs of marts rely on. */
class SessionsTest {
    private static final int LAST = 0x24F;

    @Test
    void nameKey_isThatOfDuckDb_forAllLatinLetters() {
        List<String> names = IntStream.rangeClosed(' ', LAST)
                .mapToObj(Character::toString)
                // A letter that becomes two, such as the German sharp s, differs by engine, as between DuckDB and
                // PostgreSQL.
                .filter(letter -> letter.toUpperCase(Locale.ROOT).length() == 1)
                .map(letter -> "a " + letter + "\t1")
                .toList();
        SparkSession process = Sessions.open(
                "test", "local[2]", Map.of("spark.driver.bindAddress", "127.0.0.1", "spark.driver.host", "127.0.0.1"));
        try {
            SparkSession session = Sessions.ofPlant(process);
            List<Row> rows = names.stream().map(RowFactory::create).collect(Collectors.toList());
            session.createDataFrame(rows, new StructType().add("name", DataTypes.StringType))
                    .createOrReplaceTempView("names");

            List<String> keys = session.sql("select name_key(name) from names").collectAsList().stream()
                    .map(row -> row.getString(0))
                    .toList();

            assertThat(keys).isEqualTo(onDuckDb(names));
        } finally {
            process.stop();
        }
    }

    private static List<String> onDuckDb(List<String> names) {
        try (Warehouse warehouse = Warehouses.openInMemory()) {
            return warehouse.write(session -> {
                io.yieldline.mart.Views.over(session, io.yieldline.feed.Feeds.builtIn());
                return names.stream()
                        .map(name -> session.texts("select name_key(?)", name).get(0))
                        .toList();
            });
        }
    }

    @Test
    void tests_runWithTheFlagsThatSparkAsksFor() {
        Properties system = System.getProperties();

        assertThat(List.of(system.getProperty("spark.flags").trim().split("\\s+")))
                .containsExactly(JavaModuleOptions.defaultModuleOptionArray());
    }
}
