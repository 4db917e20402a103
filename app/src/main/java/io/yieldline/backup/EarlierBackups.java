package io.yieldline.backup;

import io.yieldline.PartProgress;
import io.yieldline.UserError;
import io.yieldline.plant.FolderWalk;
import io.yieldline.plant.MomentName;
import io.yieldline.store.PieceCheck;
import io.yieldline.store.StoredTable;
import io.yieldline.warehouse.TableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Backups that earlier versions took: one folder each, with one file per table. They are restored, verified and removed as ever. */
final class EarlierBackups {
    private final Path directory;

    EarlierBackups(Path directory) {
        this.directory = directory;
    }

    /** All that are complete. */
    List<Backup> all() {
        List<Backup> backups = new ArrayList<>();
        for (Path folder : FolderWalk.list(directory).folders()) {
            MomentName.moment(String.valueOf(folder.getFileName())).ifPresent(at -> backups.add(backup(folder, at)));
        }
        return backups;
    }

    /** Reads one back as a restore would, and notes the result. */
    Backup verify(Backup backup, LocalDateTime now, PartProgress progress) {
        Path folder = directory.resolve(backup.name());
        Optional<EarlierManifest> manifest = EarlierManifest.in(folder);
        if (manifest.isEmpty()) {
            return backup;
        }
        EarlierManifest judged = damage(backup, progress)
                .map(what -> manifest.get().damaged(what))
                .orElseGet(() -> manifest.get().verified(now));
        try {
            judged.write(folder);
        } catch (IOException e) {
            throw new UserError("cannot write to " + folder + ": " + e.getMessage());
        }
        return backup(folder, judged);
    }

    /** Removes one. A folder that is only partly deleted is no backup. */
    void remove(Backup backup) {
        try {
            Path going = directory.resolve(backup.name() + ".partial");
            Files.move(directory.resolve(backup.name()), going);
            FolderWalk.delete(going);
        } catch (IOException e) {
            throw new UserError("cannot remove old backups in " + directory + ": " + e.getMessage());
        }
    }

    /** Removes what a killed removal, or a killed backup of an earlier version, left. */
    void clearUnfinished() {
        try {
            for (Path folder : FolderWalk.list(directory).folders()) {
                if (String.valueOf(folder.getFileName()).endsWith(".partial")) {
                    FolderWalk.delete(folder);
                }
            }
        } catch (IOException e) {
            throw new UserError("cannot clear an unfinished backup in " + directory + ": " + e.getMessage());
        }
    }

    private static Optional<String> damage(Backup backup, PartProgress progress) {
        List<StoredTable> tables = backup.manifest().tables();
        return TableFiles.inspect(backup.folder(), session -> {
            Optional<String> damage = Optional.empty();
            for (int i = 0; i < tables.size() && damage.isEmpty(); i++) {
                StoredTable table = tables.get(i);
                progress.begins("verify " + table.table(), i + 1, tables.size());
                damage = PieceCheck.compare(
                        session,
                        table,
                        table.pieces().get(0),
                        backup.files(table).get(0));
            }
            return damage;
        });
    }

    private static Backup backup(Path folder, LocalDateTime at) {
        return EarlierManifest.in(folder)
                .map(manifest -> backup(folder, manifest))
                .orElseGet(() -> Backup.unreadable(String.valueOf(folder.getFileName()), at, folder));
    }

    private static Backup backup(Path folder, EarlierManifest manifest) {
        return new Backup(
                String.valueOf(folder.getFileName()),
                manifest.manifest(),
                folder,
                table -> List.of(folder.resolve(table.table() + ".parquet")),
                manifest.verifiedAt(),
                manifest.damage());
    }
}
