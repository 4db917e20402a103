package io.yieldline.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A body in a file, because it may exceed the memory: complete before the first byte is sent, so that the database is free while a slow
 * client reads, and an error is a status and no broken file. It is deleted when it is sent.
 *
 * @param packed whether the file is compressed by gzip, for transfer only
 */
record Spool(Path file, boolean packed) {
    /** Writes a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(Path file) throws IOException;
    }

    /** Writes a file with a generated name into a folder. */
    static Spool of(Path folder, boolean packed, Content content) throws IOException {
        Path file = Files.createDirectories(folder).resolve(UUID.randomUUID() + ".rows");
        try {
            content.writeTo(file);
            return new Spool(file, packed);
        } catch (IOException | RuntimeException | Error e) {
            Staging.discard(file);
            throw e;
        }
    }

    long bytes() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body; its file is gone when it is closed. */
    InputStream open() {
        try {
            return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
