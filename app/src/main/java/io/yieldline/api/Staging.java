package io.yieldline.api;

import io.yieldline.Counted;
import io.yieldline.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.UUID;
import java.util.stream.Stream;

/** Where uploads arrive: files with names of our own, which go as soon as they are in the archive or are refused. */
final class Staging {
    /** So many uploads of the greatest size fit. */
    private static final int ROOM = 4;

    private final Path directory;
    private final long mostBytes;

    Staging(Path directory, long mostBytes) {
        this.directory = directory;
        this.mostBytes = mostBytes;
    }

    /**
     * What arrived.
     *
     * @param sha256 the hash of its bytes
     */
    record Arrived(Path file, String sha256, long bytes) {}

    /** Removes what a server before this one left; only the holder of the plant may ask for it. */
    void clear() {
        try (Stream<Path> files = Files.isDirectory(directory) ? Files.list(directory) : Stream.empty()) {
            files.forEach(Staging::discard);
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be cleared", e);
        }
    }

    /** Takes bytes in, as they come; nothing is left of what is too long or breaks off. */
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
            // It is cleared when the server starts again.
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
            throw new Problem(400, "the upload is empty; send the bytes of one export as the body");
        }
        return new Arrived(file, Sha256.of(digest), total);
    }

    private Problem tooLarge() {
        return new Problem(
                413,
                "an upload has at most " + Counted.of(mostBytes, "byte")
                        + "; the setting serve: upload_megabytes changes that");
    }

    private void requireRoom() throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                if (files.mapToLong(file -> file.toFile().length()).sum() > (ROOM - 1) * mostBytes) {
                    throw Problem.busy("too many uploads are waiting to be loaded; try again later");
                }
            }
        }
    }
}
