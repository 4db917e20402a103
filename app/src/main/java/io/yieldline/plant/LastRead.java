package io.yieldline.plant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a file, until the file changes: one command asks for the same receipts and snapshots again and again, which grow with
 * the history.
 *
 * @param <T> what its bytes say
 */
public final class LastRead<T> {
    private final Function<byte[], T> parser;
    private volatile @Nullable Known<T> last;

    /** Nothing was read yet. */
    public LastRead(Function<byte[], T> parser) {
        this.parser = parser;
    }

    /** What a file says now. */
    public T of(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        Known<T> known = last;
        if (known == null || !known.isOf(file, now)) {
            // Asked before it is read: if it changes meanwhile, it is read again next time.
            known = new Known<>(
                    file, now.lastModifiedTime(), now.size(), now.fileKey(), parser.apply(Files.readAllBytes(file)));
            last = known;
        }
        return known.content;
    }

    private record Known<T>(
            Path file,
            FileTime written,
            long size,
            @Nullable Object key,
            T content) {
        boolean isOf(Path other, BasicFileAttributes now) {
            return file.equals(other)
                    && written.equals(now.lastModifiedTime())
                    && size == now.size()
                    && Objects.equals(key, now.fileKey());
        }
    }
}
