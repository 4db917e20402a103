package io.yieldline.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the machine refused, as its words and ours. */
class SystemFaultTest {
    @ParameterizedTest
    @CsvSource({
        "No space left on device, FULL",
        "Disk quota exceeded, FULL",
        "Input/output error, DEVICE",
        "Stale file handle, DEVICE",
        "Too many open files, FILES",
        "Too many open files in system, FILES",
        "Read-only file system, READ_ONLY",
        "Permission denied, FORBIDDEN",
        "Is a directory, IN_THE_WAY"
    })
    void files(String reason, SystemFault fault) {
        String expected = "/plant/LOCK: " + fault.advice() + " (" + reason + ")";
        assertThat(FileFault.of(new FileSystemException("/plant/LOCK", null, reason)))
                .contains(expected);
        assertThat(FileFault.of(new IllegalStateException(new FileSystemException("/plant/LOCK", null, reason))))
                .contains(expected);
        assertThat(FileFault.of(new UncheckedIOException(
                        "cannot read the receipts", new FileSystemException("/plant/LOCK", null, reason))))
                .contains("cannot read the receipts: " + fault.advice() + " (" + reason + ")");
        assertThat(FileFault.of(new IOException(reason))).contains(fault.advice() + " (" + reason + ")");
    }

    @Test
    void permission() {
        assertThat(FileFault.of(new UncheckedIOException(new AccessDeniedException("/plant/LOCK"))))
                .contains(
                        "/plant/LOCK: the user of this program needs read and write permission for it and its directory"
                                + " (AccessDenied)");
    }

    @Test
    void threads() {
        assertThat(FileFault.of(new OutOfMemoryError("unable to create native thread: possibly out of memory")))
                .contains(
                        "the program may start too few threads; raise the limit (ulimit -u; TasksMax of a service), then"
                                + " run it again (unable to create native thread: possibly out of memory)");
    }

    @Test
    void mistakesOfOursAreNone() {
        assertThat(FileFault.of(new IllegalStateException("Input/output error")))
                .isEmpty();
        assertThat(FileFault.of(new UncheckedIOException(new NoSuchFileException("/plant/LOCK"))))
                .isEmpty();
        assertThat(FileFault.of(new OutOfMemoryError("Java heap space"))).isEmpty();
    }
}
