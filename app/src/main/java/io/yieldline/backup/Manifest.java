package io.yieldline.backup;

import io.yieldline.plant.DurableFile;
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
 * The manifest of a backup.
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
    static final String BEFORE_MIGRATION = "before migration ";

    private static final String FILE = "manifest.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The manifest in the folder of a backup; empty if missing or unreadable. */
    static Optional<Manifest> in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), Manifest.class))
                            .filter(Manifest::complete)
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

    /** Whether it was taken because a change was about to be made. */
    boolean beforeChange() {
        return runId != null || why.startsWith(BEFORE_MIGRATION);
    }

    /** Writes the manifest atomically. */
    void write(Path folder) throws IOException {
        DurableFile.replace(folder.resolve(FILE), JSON.writeValueAsBytes(this));
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
     * @param checksum the row checksum, see {@link io.yieldline.warehouse.TableSum}
     * @param bytes the size of its file
     * @param sha256 the hash of its file
     */
    record TableCopy(String table, List<BulkColumn> columns, long rows, String checksum, long bytes, String sha256) {
        String file() {
            return table + ".parquet";
        }
    }
}
