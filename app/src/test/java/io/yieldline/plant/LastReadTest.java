package io.yieldline.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastReadTest {
    private final AtomicInteger readings = new AtomicInteger();
    private final LastRead<String> read = new LastRead<>(bytes -> {
        readings.incrementAndGet();
        return new String(bytes, StandardCharsets.UTF_8);
    });

    @TempDir
    Path folder;

    @Test
    void fileIsReadAgain_onlyWhenItChanged() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "one");
        assertThat(read.of(file)).isEqualTo("one");
        assertThat(read.of(file)).isEqualTo("one");
        assertThat(readings).hasValue(1);

        Files.writeString(file, " more", StandardOpenOption.APPEND);
        assertThat(read.of(file)).isEqualTo("one more");

        FileTime written = Files.getLastModifiedTime(file);
        Path other = Files.writeString(folder.resolve("other"), "two more");
        Files.setLastModifiedTime(other, written);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(read.of(file)).as("another file of the same size and time").isEqualTo("two more");

        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        assertThat(read.of(file)).isEqualTo("two more");
        assertThat(readings).hasValue(4);
    }

    @Test
    void otherFile_orNone_isNotTheLastOne() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "one");
        assertThat(read.of(file)).isEqualTo("one");
        assertThat(read.of(Files.writeString(folder.resolve("other"), "two"))).isEqualTo("two");

        Files.delete(file);
        assertThatThrownBy(() -> read.of(file)).isInstanceOf(NoSuchFileException.class);
    }
}
