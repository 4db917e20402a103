package io.yieldline.backup;

import io.yieldline.Sha256;
import io.yieldline.backup.Manifest.TableCopy;
import io.yieldline.warehouse.BulkColumn;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.TableFiles;
import io.yieldline.warehouse.TableSum;
import io.yieldline.warehouse.WarehouseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a backup as a restore would, and compares every table with the manifest. */
final class Verification {
    private Verification() {}

    /** The first damage of a backup; empty if it is intact. */
    static Optional<String> compare(Backup backup) {
        return TableFiles.inspect(
                backup.folder(),
                session -> backup.manifest().tables().stream()
                        .flatMap(copy -> compare(session, copy, backup.file(copy)).stream())
                        .findFirst());
    }

    private static Optional<String> compare(Session session, TableCopy copy, Path file) {
        try {
            if (!Files.exists(file)) {
                return Optional.of(copy.file() + " is missing");
            }
            if (Files.size(file) != copy.bytes() || !Sha256.of(file).equals(copy.sha256())) {
                return Optional.of(copy.file() + " is not the file that was written");
            }
            TableSum sum = TableSum.of(
                    session,
                    TableFiles.source(file),
                    copy.columns().stream().map(BulkColumn::name).toList());
            return sum.equals(new TableSum(copy.rows(), copy.checksum()))
                    ? Optional.empty()
                    : Optional.of(copy.file() + " differs from the database");
        } catch (IOException | WarehouseException e) {
            return Optional.of(copy.file() + " cannot be read");
        }
    }
}
