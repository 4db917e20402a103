package io.yieldline.backup;

import io.yieldline.warehouse.BulkColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself.
 *
 * @param takenAt the moment that it shows, in plant time
 * @param plant the name of the plant
 * @param engine the engine that it was taken from; it can be restored into either
 * @param schema how many migrations had made the tables
 * @param why in what connection it was taken
 * @param runId the run that took it before it changed something, and that can be undone with it; else null
 * @param verifiedAt when its files were last read back and found equal to what they were taken from; null if they are not
 * @param damage what is wrong with it; null when nothing is
 */
record Manifest(
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

    /** The manifest in the folder of a backup; empty where there is none that can be read. */
    static Optional<Manifest> in(Path folder) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(folder.resolve(FILE)), Manifest.class));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Puts the manifest into a folder; whoever reads there sees the old one or the new one. */
    void write(Path folder) throws IOException {
        Path part = folder.resolve(FILE + ".part");
        Files.write(part, JSON.writeValueAsBytes(this));
        Disk.sync(part);
        Files.move(part, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Disk.sync(folder);
    }

    Manifest verified(LocalDateTime at) {
        return new Manifest(takenAt, plant, engine, schema, why, runId, tables, at, null);
    }

    Manifest damaged(String what) {
        return new Manifest(takenAt, plant, engine, schema, why, runId, tables, null, what);
    }

    /**
     * The copy of one table.
     *
     * @param checksum the sum of its rows, as {@link io.yieldline.warehouse.TableSum} counts it
     * @param bytes the size of its file
     * @param sha256 the hash of its file
     */
    record TableCopy(String table, List<BulkColumn> columns, long rows, String checksum, long bytes, String sha256) {
        String file() {
            return table + ".parquet";
        }
    }
}
