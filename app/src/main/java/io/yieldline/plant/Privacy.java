package io.yieldline.plant;

import static java.nio.file.attribute.PosixFilePermission.GROUP_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import io.yieldline.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Closes a home to other users of the machine, whatever the umask: database and backups hold password hashes. The inbox is up to the
 * owner, so that another user can put exports into it: a home that others may only pass through is closed, if all else in it is. File
 * systems without POSIX permissions are left alone.
 */
public final class Privacy {
    private static final Set<PosixFilePermission> LISTING = Set.of(GROUP_READ, GROUP_WRITE, OTHERS_READ, OTHERS_WRITE);
    private static final Set<PosixFilePermission> ANY =
            Set.of(GROUP_READ, GROUP_WRITE, GROUP_EXECUTE, OTHERS_READ, OTHERS_WRITE, OTHERS_EXECUTE);

    private final Home home;

    /** Of this home. */
    public Privacy(Home home) {
        this.home = home;
    }

    /** What others may read or change: the home first, then what is in it. */
    public List<Path> open() {
        List<Path> open = new ArrayList<>();
        try {
            if (posix()) {
                if (grants(home.directory(), LISTING)) {
                    open.add(home.directory());
                }
                open.addAll(grants(home.directory(), ANY) ? openEntries() : List.of());
            }
            return open;
        } catch (IOException e) {
            throw new UserError(home.directory() + ": its permissions cannot be read (" + FileFault.reason(e) + ")");
        }
    }

    /** Closes what others may read or change; who may pass through the home to the inbox still may. */
    public void close() {
        for (Path path : open()) {
            take(path, path.equals(home.directory()) ? LISTING : ANY);
        }
    }

    /** Closes a new home, with its inbox. */
    void closeAll() {
        try {
            if (posix()) {
                take(home.directory(), ANY);
                openEntries().forEach(path -> take(path, ANY));
                take(home.inbox(), ANY);
            }
        } catch (IOException e) {
            throw new UserError(home.directory() + ": its permissions cannot be read (" + FileFault.reason(e) + ")");
        }
    }

    /** Closes what was created since in a home that others may pass through. */
    public void keep() {
        if (!open().contains(home.directory())) {
            close();
        }
    }

    private boolean posix() throws IOException {
        return Files.getFileStore(home.directory()).supportsFileAttributeView("posix");
    }

    private List<Path> openEntries() throws IOException {
        List<Path> open = new ArrayList<>();
        for (FolderWalk.Entry entry : FolderWalk.list(home.directory()).entries()) {
            Path path = entry.path();
            if (!path.equals(home.inbox()) && Files.exists(path) && grants(path, ANY)) {
                open.add(path);
            }
        }
        return open;
    }

    private static boolean grants(Path path, Set<PosixFilePermission> any) throws IOException {
        return !Collections.disjoint(Files.getPosixFilePermissions(path), any);
    }

    private static void take(Path path, Set<PosixFilePermission> away) {
        try {
            Set<PosixFilePermission> kept = Files.getPosixFilePermissions(path);
            kept.removeAll(away);
            Files.setPosixFilePermissions(path, kept);
        } catch (IOException e) {
            throw new UserError(path + ": cannot be closed to other users (" + FileFault.reason(e)
                    + "); its owner must do it, with: chmod go-rwx");
        }
    }
}
