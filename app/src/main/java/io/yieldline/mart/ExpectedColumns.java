package io.yieldline.mart;

import io.yieldline.Program;
import io.yieldline.Sha256;
import io.yieldline.plant.DurableFile;
import io.yieldline.warehouse.CoreTables;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.FeedTables;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns that the tables and views of a plant have in a new database, with their types, by table and name. Only a new database tells
 * them, and making one takes a third of a second; so the home keeps them, with what they were made from. Without the file, or
 * with another program or other definitions, they are found out again.
 */
final class ExpectedColumns {
    /** Few in a process: a server that has read other definitions. */
    private static final Map<String, Map<String, String>> KNOWN = new ConcurrentHashMap<>();

    private ExpectedColumns() {}

    static Map<String, String> of(PlantParts parts) {
        return KNOWN.computeIfAbsent(basis(parts), basis -> found(parts, basis));
    }

    static Map<String, String> found(PlantParts parts, String basis) {
        return kept(parts, basis).orElseGet(() -> madeAndKept(parts, basis));
    }

    /** What they depend on: the program, the feeds, marts and views. */
    static String basis(PlantParts parts) {
        Stream<String> texts = Stream.of(
                        Stream.of(Program.build(), CoreTables.definition(), FeedTables.definition(parts.feeds())),
                        parts.marts().tables().map(Mart::createStatement),
                        Stream.of(new Views(Engine.DUCKDB, parts.feeds()).text()))
                .flatMap(text -> text);
        return Sha256.of(texts.collect(Collectors.joining("\n")));
    }

    /** What the home keeps, if it is of this basis and whole: its first line is a checksum of both. */
    private static Optional<Map<String, String>> kept(PlantParts parts, String basis) {
        try {
            String kept = Files.readString(file(parts));
            String columns = kept.substring(kept.indexOf('\n') + 1);
            return kept.equals(content(basis, columns)) ? Optional.of(columns(columns)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // None yet, or no text.
        }
    }

    private static Map<String, String> madeAndKept(PlantParts parts, String basis) {
        Map<String, String> columns = made(parts);
        String lines = columns.entrySet().stream()
                .map(column -> column.getKey() + "\t" + column.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            DurableFile.replace(file(parts), content(basis, lines).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The home cannot be written: the next command takes the time again.
        }
        return columns;
    }

    private static String content(String basis, String columns) {
        return Sha256.of(basis + columns) + "\n" + columns;
    }

    private static Map<String, String> columns(String lines) {
        return lines.lines()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(column -> column[0], column -> column[1]));
    }

    private static Map<String, String> made(PlantParts parts) {
        try (Warehouse empty = Warehouses.openInMemory()) {
            parts.over(empty).prepare();
            return empty.read(session -> SchemaDrift.columns(session));
        }
    }

    private static Path file(PlantParts parts) {
        return parts.plant().home().expectedColumns();
    }
}
