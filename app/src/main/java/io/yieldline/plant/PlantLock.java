package io.yieldline.plant;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Locks a plant for one process. The lock file names the holder; only this class opens it. */
public final class PlantLock implements AutoCloseable {
    /**
     * Locks of this process. A lock file must not be opened again to test it: closing it would drop the lock, which is
     * a POSIX lock and belongs to the process.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private PlantLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** Locks the plant, or reports the holder. */
    public static PlantLock take(Home home) {
        try {
            Path directory = Files.createDirectories(home.directory()).toRealPath();
            if (!HELD.add(directory)) {
                throw locked(home, holder(ProcessHandle.current().pid()));
            }
            try {
                return new PlantLock(directory, lockedFile(home));
            } catch (IOException | RuntimeException e) {
                HELD.remove(directory);
                throw e;
            }
        } catch (IOException e) {
            throw new UserError("cannot lock the plant in " + home.directory() + " (" + FileFault.reason(e) + "); "
                    + FileFault.advice(e).orElse("the user of this program needs write permission there"));
        }
    }

    @Override
    public void close() {
        try {
            write(channel, "");
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(directory);
        }
    }

    private static FileChannel lockedFile(Home home) throws IOException {
        FileChannel channel = FileChannel.open(
                home.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            try (channel) {
                throw locked(home, text(channel));
            }
        }
        write(channel, holder(ProcessHandle.current().pid()));
        return channel;
    }

    private static String holder(long pid) {
        return "pid " + pid;
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(100);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
    }

    private static UserError locked(Home home, String holder) {
        return new UserError(
                ExitCode.LOCKED,
                "another run (" + holder + ") holds the plant in " + home.directory()
                        + "; wait for it to end and try again");
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }
}
