package io.yieldline.plant;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Holds a plant for one process. The lock file names the holder; only this class opens it. */
public final class PlantLock implements AutoCloseable {
    private final FileChannel channel;

    private PlantLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the plant, or says who has it. */
    public static PlantLock take(Home home) {
        try {
            Files.createDirectories(home.directory());
            FileChannel channel = FileChannel.open(
                    home.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                throw locked(home, channel);
            }
            write(channel, "pid " + ProcessHandle.current().pid());
            return new PlantLock(channel);
        } catch (IOException e) {
            throw new UserError("cannot lock the plant in " + home.directory() + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            write(channel, "");
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static UserError locked(Home home, FileChannel channel) throws IOException {
        ByteBuffer holder = ByteBuffer.allocate(100);
        channel.read(holder, 0);
        channel.close();
        String name = new String(holder.array(), 0, holder.position(), StandardCharsets.UTF_8);
        return new UserError(
                ExitCode.LOCKED,
                "another run (" + name + ") holds the plant in " + home.directory()
                        + "; wait for it to end and try again");
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }
}
