package io.yieldline.backup;

import io.yieldline.plant.FolderWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Backup files on disk. Never the live database file, which only its engine may open. */
final class Disk {
    private Disk() {}

    /** The subfolders of a folder by name; none if the folder does not exist. */
    static List<Path> folders(Path folder) {
        return FolderWalk.list(folder).folders();
    }

    /** Deletes a folder with its content. */
    static void delete(Path folder) throws IOException {
        List<FolderWalk.Entry> tree = FolderWalk.tree(folder).entries();
        for (int i = tree.size() - 1; i >= 0; i--) {
            Files.delete(tree.get(i).path());
        }
        Files.deleteIfExists(folder);
    }
}
