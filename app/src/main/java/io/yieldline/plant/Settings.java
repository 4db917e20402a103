package io.yieldline.plant;

import io.yieldline.yaml.YamlNode;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings in {@code yieldline.yaml}.
 *
 * @param plant the name of the plant
 * @param zone time zone of plant time
 * @param profile rules of a plant without {@code rules.yaml}
 * @param database {@code duckdb}, or the JDBC URL of a PostgreSQL database
 * @param readers number of exports that are read in parallel
 * @param rejectThresholdPercent maximum percentage of rejected rows of a loaded export
 * @param reserveMegabytes minimum free disk space for loading
 * @param duckDbMemoryMegabytes memory limit of DuckDB
 * @param sections sections for other packages, such as {@code schedule}, by name
 */
public record Settings(
        String plant,
        ZoneId zone,
        Profile profile,
        String database,
        int readers,
        BigDecimal rejectThresholdPercent,
        int reserveMegabytes,
        int duckDbMemoryMegabytes,
        Map<String, YamlNode> sections) {

    /** The value of {@link #database} for the embedded database. */
    public static final String EMBEDDED = "duckdb";

    private static final List<String> OWN = List.of("plant", "zone", "profile", "database", "ingest", "duckdb");
    private static final List<String> SECTIONS = List.of(
            "serve", "schedule", "checks", "alerts", "report", "backup", "rate_shifts", "retests", "store", "query");

    /** Reads and validates settings. Missing keys have the defaults that {@code init} writes. */
    public static Settings of(YamlNode yaml) {
        Map<String, YamlNode> entries =
                yaml.entries(Stream.concat(OWN.stream(), SECTIONS.stream()).toList());
        Optional<YamlNode> ingest =
                section(yaml, "ingest", List.of("readers", "reject_threshold_percent", "reserve_megabytes"));
        Optional<YamlNode> duckDb = section(yaml, "duckdb", List.of("memory_megabytes"));
        return new Settings(
                yaml.get("plant").text(),
                yaml.get("zone").zone(),
                read(yaml.find("profile"), node -> Profile.of(node.oneOf(Profile.labels())), Profile.PLANT),
                read(yaml.find("database"), YamlNode::text, EMBEDDED),
                read(ingest.flatMap(node -> node.find("readers")), node -> node.integer(1, 64), 2),
                read(
                        ingest.flatMap(node -> node.find("reject_threshold_percent")),
                        YamlNode::percent,
                        BigDecimal.valueOf(5)),
                read(
                        ingest.flatMap(node -> node.find("reserve_megabytes")),
                        node -> node.integer(0, 100_000_000),
                        1024),
                read(duckDb.flatMap(node -> node.find("memory_megabytes")), node -> node.integer(64, 1_000_000), 320),
                sections(entries));
    }

    /** These settings with another database. */
    public Settings withDatabase(String address) {
        return new Settings(
                plant,
                zone,
                profile,
                address,
                readers,
                rejectThresholdPercent,
                reserveMegabytes,
                duckDbMemoryMegabytes,
                sections);
    }

    /** A section for another package; empty if it is not in the settings. */
    public Optional<YamlNode> section(String name) {
        return Optional.ofNullable(sections.get(name));
    }

    /** Whether the database is the embedded one. */
    public boolean embedded() {
        return database.equals(EMBEDDED);
    }

    private static Map<String, YamlNode> sections(Map<String, YamlNode> entries) {
        return entries.entrySet().stream()
                .filter(entry -> SECTIONS.contains(entry.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Optional<YamlNode> section(YamlNode yaml, String key, List<String> known) {
        Optional<YamlNode> section = yaml.find(key);
        section.ifPresent(node -> node.entries(known));
        return section;
    }

    private static <T> T read(Optional<YamlNode> node, Function<YamlNode, T> value, T otherwise) {
        return node.map(value).orElse(otherwise);
    }
}
