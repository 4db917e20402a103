package io.yieldline.query;

import io.yieldline.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One version of the lake, which never changes: its files and their catalogue.
 *
 * @param folder the real path of the version
 * @param snapshot the name of the version, such as {@code 20250601-080000}
 * @param takenAt the moment that it shows, in plant time
 * @param functions statements of DuckDB that create the functions that views call; empty for none
 */
public record LakeVersion(Path folder, String snapshot, String takenAt, String functions, List<LakeTable> tables) {
    private static final String CATALOGUE = "catalog.json";

    /**
     * The version that a link names now. A query reads this one to its end, whatever the link names by then.
     *
     * @param lake the folder or link of the lake
     * @throws UserError if there is none
     */
    public static LakeVersion of(Path lake) {
        return find(lake)
                .orElseThrow(() -> new UserError("there is no lake to query yet; write it: yieldline snapshot"));
    }

    /** The same; empty if nothing was published yet. */
    public static Optional<LakeVersion> find(Path lake) {
        try {
            Path folder = lake.toRealPath();
            return Optional.of(of(folder, JsonMapper.shared().readTree(Files.readString(folder.resolve(CATALOGUE)))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            throw new UserError("the lake cannot be read (" + CATALOGUE + "); write it again: yieldline snapshot");
        }
    }

    private static LakeVersion of(Path folder, JsonNode json) {
        return new LakeVersion(
                folder,
                text(json, "snapshot"),
                text(json, "taken_at"),
                text(json, "functions"),
                json.path("tables").valueStream().map(LakeVersion::table).toList());
    }

    /** The table or view with this name, in any case. */
    public Optional<LakeTable> table(String name) {
        return tables.stream()
                .filter(table -> table.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The views of the worker in the order in which they can be created: tables before the views over them. */
    List<WorkerTask.View> views() {
        return Stream.concat(
                        tables.stream()
                                .filter(table -> !table.isView())
                                .map(table -> new WorkerTask.View(
                                        table.name(),
                                        "select * from read_parquet(" + QueryText.literal(table.files())
                                                + ", hive_partitioning = false)")),
                        tables.stream()
                                .filter(LakeTable::isView)
                                .map(table -> new WorkerTask.View(table.name(), table.sql())))
                .toList();
    }

    /** The folders of the tables, below the folder of the version. */
    List<String> folders() {
        return tables.stream()
                .filter(table -> !table.isView())
                .map(table -> table.files().substring(0, table.files().indexOf('/') + 1))
                .distinct()
                .toList();
    }

    private static LakeTable table(JsonNode json) {
        return new LakeTable(
                text(json, "name"),
                text(json, "kind"),
                text(json, "title"),
                text(json, "grain"),
                json.path("rows").asLong(0),
                text(json, "files"),
                text(json, "sql"),
                json.path("columns")
                        .valueStream()
                        .map(column -> new LakeTable.Column(
                                text(column, "name"), text(column, "type"), text(column, "meaning")))
                        .toList(),
                json.path("ratios")
                        .valueStream()
                        .map(ratio -> new LakeTable.Ratio(
                                text(ratio, "name"),
                                sum(ratio.path("numerator")),
                                sum(ratio.path("denominator")),
                                text(ratio, "meaning")))
                        .toList());
    }

    private static String text(JsonNode json, String key) {
        return json.path(key).asString("");
    }

    /** A side of a ratio: counts that are added up. */
    private static String sum(JsonNode side) {
        return side.valueStream().map(JsonNode::asString).collect(Collectors.joining(" + "));
    }
}
