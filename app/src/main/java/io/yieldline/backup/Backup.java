package io.yieldline.backup;

import io.yieldline.backup.Manifest.TableCopy;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A copy of the plant's database as it was at one moment: a file per table, and a manifest. */
public final class Backup {
    private final Path folder;
    private final Manifest manifest;

    Backup(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /** Its name: the moment in plant time, such as {@code 20250421-080000}. */
    public String name() {
        return String.valueOf(folder.getFileName());
    }

    /** The moment that it shows, in plant time. */
    public LocalDateTime takenAt() {
        return manifest.takenAt();
    }

    /** In what connection it was taken. */
    public String why() {
        return manifest.why();
    }

    /** When it was last read back and found equal to what it was taken from; null when it is damaged. */
    public @Nullable LocalDateTime verifiedAt() {
        return manifest.verifiedAt();
    }

    /** Whether it can be relied on, as far as it was looked at. */
    public boolean verified() {
        return manifest.verifiedAt() != null;
    }

    /** What is wrong with it; null when nothing is. */
    public @Nullable String damage() {
        return manifest.damage();
    }

    /** How many rows it holds. */
    public long rows() {
        return manifest.tables().stream().mapToLong(TableCopy::rows).sum();
    }

    /** Its size on disk. */
    public long bytes() {
        return manifest.tables().stream().mapToLong(TableCopy::bytes).sum();
    }

    Path folder() {
        return folder;
    }

    Manifest manifest() {
        return manifest;
    }

    Path file(TableCopy copy) {
        return folder.resolve(copy.file());
    }

    Backup with(Manifest changed) {
        return new Backup(folder, changed);
    }
}
