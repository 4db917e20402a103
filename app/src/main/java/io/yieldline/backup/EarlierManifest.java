package io.yieldline.backup;

import io.yieldline.plant.DurableFile;
import io.yieldline.store.Manifest;
import io.yieldline.store.Piece;
import io.yieldline.store.StoredTable;
import io.yieldline.warehouse.BulkColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The manifest of a backup of an earlier version: a folder with one file per table.
 *
 * @param takenAt snapshot time, in plant time
 * @param plant the name of the plant
 * @param engine source engine; the backup can be restored into either engine
 * @param schema number of migrations
 * @param why reason
 * @param runId run that took the backup before a change and can be undone with it; else null
 * @param verifiedAt time of the last successful verification; null if damaged
 * @param damage description of the damage; null if none
 */
record EarlierManifest(
        LocalDateTime takenAt,
        String plant,
        String engine,
        long schema,
        String why,
        @Nullable Long runId,
        List<TableCopy> tables,
        @Nullable LocalDateTime verifiedAt,
        @Nullable String damage) {
    private static final String FILE = "manifest.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The manifest in the folder of a backup; empty if missing or unreadable. */
    static Optional<EarlierManifest> in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), EarlierManifest.class))
                            .filter(EarlierManifest::complete)
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Whether JSON that is not of a manifest left nothing out. */
    @SuppressWarnings("ConstantConditions") // Jackson leaves missing values null.
    private boolean complete() {
        return Stream.of(takenAt, plant, engine, why, tables).allMatch(Objects::nonNull)
                && tables.stream().allMatch(Objects::nonNull);
    }

    /** Writes the manifest atomically. */
    void write(Path folder) throws IOException {
        DurableFile.replace(folder.resolve(FILE), JSON.writeValueAsBytes(this));
    }

    /** The same as a snapshot that is kept. */
    Manifest manifest() {
        return new Manifest(
                takenAt,
                plant,
                engine,
                schema,
                "",
                "",
                0,
                why,
                runId,
                tables.stream().map(TableCopy::stored).toList());
    }

    EarlierManifest verified(LocalDateTime at) {
        return new EarlierManifest(takenAt, plant, engine, schema, why, runId, tables, at, null);
    }

    EarlierManifest damaged(String what) {
        return new EarlierManifest(takenAt, plant, engine, schema, why, runId, tables, null, what);
    }

    /**
     * The copy of one table.
     *
     * @param checksum the row checksum, see {@link io.yieldline.warehouse.TableSum}
     * @param bytes the size of its file
     * @param sha256 the hash of its file
     */
    record TableCopy(String table, List<BulkColumn> columns, long rows, String checksum, long bytes, String sha256) {
        private StoredTable stored() {
            return new StoredTable(table, "", columns, List.of(new Piece("", rows, checksum, bytes, sha256)));
        }
    }
}
