package io.yieldline.ingest;

import io.yieldline.UserError;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Warehouse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An export to load.
 *
 * @param arrivedAt UTC time when it arrived; null if an earlier version received it, which did not keep it
 * @param threshold maximum percentage of rejected rows
 * @param growing whether it may still be written
 * @param kept the hash of an archived export; null if it comes from elsewhere
 * @param insisted whether it is read even if the program died of it before
 */
record ExportSource(
        String name,
        Path path,
        @Nullable LocalDateTime arrivedAt,
        BigDecimal threshold,
        boolean growing,
        @Nullable String kept,
        boolean insisted) {
    static ExportSource arriving(
            String name, Path path, LocalDateTime arrivedAt, BigDecimal threshold, boolean growing) {
        return new ExportSource(name, path, arrivedAt, threshold, growing, null, false);
    }

    static ExportSource kept(
            String name, String sha256, Archive archive, @Nullable LocalDateTime arrivedAt, BigDecimal threshold) {
        return new ExportSource(name, archive.path(sha256), arrivedAt, threshold, false, sha256, false);
    }

    ExportSource insisted(boolean named) {
        return new ExportSource(name, path, arrivedAt, threshold, growing, kept, named);
    }

    Archive.Archived archived(Archive archive) {
        try {
            return kept == null ? archive.store(path) : archive.kept(kept);
        } catch (UserError e) {
            throw kept == null ? e : new UserError(name + ": " + e.getMessage());
        }
    }

    Loader loader(Plant plant, Warehouse warehouse, LocalDate keptFrom, @Nullable Long runId, IngestProgress progress) {
        return new Loader(plant, warehouse, threshold, keptFrom, growing, runId, progress);
    }

    /** For the progress only; an unreadable file is reported when it is loaded. */
    long bytes() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }
}
