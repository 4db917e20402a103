package io.yieldline.scale;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Spark sessions in which the SELECTs of marts mean what they mean on the other engines. */
final class Sessions {
    /** Standard SQL, times without a zone, quotes as everywhere else, letters in upper case as Java and DuckDB have them. */
    private static final Map<String, String> SETTINGS = Map.of(
            "spark.sql.ansi.enabled", "true",
            "spark.sql.ansi.doubleQuotedIdentifiers", "true",
            "spark.sql.parser.escapedStringLiterals", "true",
            "spark.sql.session.timeZone", "UTC",
            "spark.sql.timestampType", "TIMESTAMP_NTZ",
            "spark.sql.datetime.java8API.enabled", "true",
            "spark.sql.icu.caseMappings.enabled", "false",
            "spark.sql.parquet.compression.codec", "zstd",
            "spark.ui.enabled", "false",
            "spark.scheduler.mode", "FAIR");

    /** How names compare, as on the other engines. */
    private static final String NAME_KEY =
            "create temporary function name_key(t string) returns string return upper(replace(t, ' ', ''))";

    private Sessions() {}

    /**
     * The session of this process.
     *
     * @param more settings of Spark, over those that the SELECTs need
     */
    static SparkSession open(String name, String master, Map<String, String> more) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName(name)
                .master(master)
                .config("spark.executor.extraJavaOptions", JavaFlags.COMPILE_LONG_METHODS);
        more.forEach(builder::config);
        SETTINGS.forEach(builder::config);
        return builder.getOrCreate();
    }

    /** A session for one plant: its tables have their own names, whatever other plants are at work. */
    static SparkSession ofPlant(SparkSession process) {
        SparkSession session = process.newSession();
        SETTINGS.forEach((key, value) -> {
            if (key.startsWith("spark.sql.")) {
                session.conf().set(key, value);
            }
        });
        session.sql(NAME_KEY);
        return session;
    }
}
