package io.yieldline.backup;

import io.yieldline.PartProgress;
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
import java.util.List;
import java.util.Optional;

/** Reads a backup as a restore would, and compares every table with the manifest. */
final class Verification {
    private Verification() {}

    /** The first damage of a backup; empty if it is intact. */
    static Optional<String> compare(Backup backup, PartProgress progress) {
        return TableFiles.inspect(backup.folder(), session -> compare(session, backup, progress));
    }

    private static Optional<String> compare(Session session, Backup backup, PartProgress progress) {
        List<TableCopy> copies = backup.manifest().tables();
        Optional<String> damage = Optional.empty();
        for (int i = 0; i < copies.size() && damage.isEmpty(); i++) {
            progress.begins("verify " + copies.get(i).table(), i + 1, copies.size());
            damage = compare(session, copies.get(i), backup.file(copies.get(i)));
        }
        return damage;
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
