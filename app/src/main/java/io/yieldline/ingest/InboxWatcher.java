package io.yieldline.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Triggers the next scan on file system events. Without events, as on network shares, it just waits. */
public final class InboxWatcher implements AutoCloseable {
    private final @Nullable WatchService events;

    /** For a folder, without its subfolders. */
    public InboxWatcher(Path folder) {
        this.events = watch(folder);
    }

    /** Waits for a change in the folder, up to a timeout. */
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
            // Closed meanwhile.
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
