package io.yieldline.backup;

import io.yieldline.PartProgress;
import io.yieldline.Sha256;
import io.yieldline.UserError;
import io.yieldline.backup.Manifest.TableCopy;
import io.yieldline.plant.DurableFile;
import io.yieldline.warehouse.BulkColumn;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.StoredTables;
import io.yieldline.warehouse.TableFiles;
import io.yieldline.warehouse.TableSum;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.WarehouseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a backup: all tables and their checksums from one snapshot, without blocking writers. Its folder name ends in
 * {@code .partial} until it is verified.
 */
final class BackupWriter {
    static final String PARTIAL = ".partial";

    private final Warehouse warehouse;
    private final Path directory;
    private final Path folder;
    private final Path partial;

    private final PartProgress progress;

    BackupWriter(Warehouse warehouse, Path directory, String name, PartProgress progress) {
        this.progress = progress;
        this.warehouse = warehouse;
        this.directory = directory;
        this.folder = directory.resolve(name);
        this.partial = directory.resolve(name + PARTIAL);
    }

    /** Writes and verifies it. A backup that cannot be completed is deleted. */
    Backup write(Manifest empty) {
        try {
            Files.createDirectories(partial);
            Manifest manifest = filled(empty);
            Verification.compare(new Backup(partial, manifest), progress).ifPresent(BackupWriter::refuse);
            for (TableCopy copy : manifest.tables()) {
                DurableFile.sync(partial.resolve(copy.file()));
            }
            manifest.verified(manifest.takenAt()).write(partial);
            Files.move(partial, folder);
            DurableFile.sync(directory);
            return new Backup(folder, manifest.verified(manifest.takenAt()));
        } catch (IOException e) {
            throw notKept(e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (WarehouseException e) {
            discard();
            if (String.valueOf(e.getMessage()).matches("(?s).*(IO Error|No space left).*")) {
                throw notKept(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            }
            throw e;
        } finally {
            discard();
        }
    }

    private Manifest filled(Manifest empty) throws IOException {
        List<TableCopy> copies = new ArrayList<>();
        for (TableCopy copy : warehouse.snapshot(this::copies)) {
            Path file = partial.resolve(copy.file());
            copies.add(new TableCopy(
                    copy.table(), copy.columns(), copy.rows(), copy.checksum(), Files.size(file), Sha256.of(file)));
        }
        return new Manifest(
                empty.takenAt(),
                empty.plant(),
                empty.engine(),
                empty.schema(),
                empty.why(),
                empty.runId(),
                List.copyOf(copies),
                null,
                null);
    }

    private List<TableCopy> copies(Session session) {
        Map<String, List<BulkColumn>> tables = StoredTables.of(session);
        List<TableCopy> copies = new ArrayList<>();
        for (Map.Entry<String, List<BulkColumn>> table : tables.entrySet()) {
            progress.begins("back up " + table.getKey(), copies.size() + 1, tables.size());
            copies.add(copy(session, table));
        }
        return copies;
    }

    private TableCopy copy(Session session, Map.Entry<String, List<BulkColumn>> table) {
        List<BulkColumn> columns = table.getValue();
        TableFiles.write(session, table.getKey(), columns, partial.resolve(table.getKey() + ".parquet"));
        TableSum sum = TableSum.of(
                session, table.getKey(), columns.stream().map(BulkColumn::name).toList());
        return new TableCopy(table.getKey(), columns, sum.rows(), sum.checksum(), 0, "");
    }

    private static void refuse(String damage) {
        throw new UserError("the backup differs from the database it was taken from (" + damage
                + "); the backup was discarded; check the disk");
    }

    private UserError notKept(String reason) {
        return new UserError("the backup cannot be written to " + directory + " (" + reason
                + "); the backup was discarded; free some space there and try again");
    }

    private void discard() {
        try {
            Disk.delete(partial);
        } catch (IOException e) {
            // The remaining files are no backup; the next backup deletes them.
        }
    }
}
