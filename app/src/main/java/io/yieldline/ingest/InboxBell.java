package io.yieldline.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Wakes whoever waits for the next scan a little earlier. Where the system tells nothing, as on network shares, it just waits. */
public final class InboxBell implements AutoCloseable {
    private final @Nullable WatchService events;

    /** For a folder; those below it do not ring. */
    public InboxBell(Path folder) {
        this.events = watch(folder);
    }

    /** Waits until something changes in the folder, at most so long. */
    public void await(Duration most) throws InterruptedException {
        if (events == null) {
            Thread.sleep(most.toMillis());
            return;
        }
        WatchKey key = events.poll(most.toMillis(), TimeUnit.MILLISECONDS);
        if (key != null) {
            key.pollEvents();
            key.reset();
        }
    }

    @Override
    public void close() {
        try {
            if (events != null) {
                events.close();
            }
        } catch (IOException e) {
            // Nobody waits any more.
        }
    }

    private static @Nullable WatchService watch(Path folder) {
        try {
            WatchService events = folder.getFileSystem().newWatchService();
            folder.register(events, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            return events;
        } catch (IOException | UnsupportedOperationException e) {
            return null;
        }
    }
}
