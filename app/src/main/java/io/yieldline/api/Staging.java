package io.yieldline.api;

import io.yieldline.Counted;
import io.yieldline.Sha256;
import io.yieldline.plant.FolderWalk;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.UUID;

/** Storage for uploads: files with generated names, deleted as soon as they are archived or refused. */
final class Staging {
    /** Maximum number of waiting uploads of maximum size. */
    private static final int ROOM = 4;

    private final Path directory;
    private final long mostBytes;

    Staging(Path directory, long mostBytes) {
        this.directory = directory;
        this.mostBytes = mostBytes;
    }

    /**
     * A received upload.
     *
     * @param sha256 hash of the content
     */
    record Arrived(Path file, String sha256, long bytes) {}

    /** Deletes files of a previous server process; only the holder of the plant may call it. */
    void clear() {
        FolderWalk left = FolderWalk.tree(directory);
        left.files().forEach(Staging::discard);
        left.folders().stream().sorted(Comparator.reverseOrder()).forEach(Staging::discard);
    }

    /** Receives a stream; deletes the file if it is too long or incomplete. */
    Arrived store(InputStream bytes, long said) throws IOException {
        if (said > mostBytes) {
            throw tooLarge();
        }
        requireRoom();
        Path file = Files.createDirectories(directory).resolve(UUID.randomUUID() + ".part");
        try {
            return copy(bytes, file);
        } catch (IOException | RuntimeException e) {
            discard(file);
            throw e;
        }
    }

    static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It is deleted at the next start of the server.
        }
    }

    private Arrived copy(InputStream in, Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        long total = 0;
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[65_536];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                total += count;
                if (total > mostBytes) {
                    throw tooLarge();
                }
                digest.update(buffer, 0, count);
                out.write(buffer, 0, count);
            }
        }
        if (total == 0) {
            throw new Problem(400, "the upload is empty; send one export as the body");
        }
        return new Arrived(file, Sha256.of(digest), total);
    }

    private Problem tooLarge() {
        return new Problem(
                413,
                "an upload has at most " + Counted.of(mostBytes, "byte")
                        + "; the setting serve: upload_megabytes changes that");
    }

    private void requireRoom() {
        long waiting = FolderWalk.list(directory).bytes();
        if (waiting > (ROOM - 1) * mostBytes) {
            throw Problem.busy("too many uploads are waiting to be loaded; try again later");
        }
    }
}
