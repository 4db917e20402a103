package io.yieldline.ingest;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The items of one export between reader and loader. Rows wait in it up to a number of bytes; a single item always fits. */
final class ItemQueue {
    private static final long PAUSE_MILLIS = 100;

    private final long most;
    private final Queue<Item> items = new ArrayDeque<>();
    private long bytes;

    ItemQueue(long most) {
        this.most = most;
    }

    /** Adds an item if there is or soon comes room for it. */
    synchronized boolean offer(Item item) throws InterruptedException {
        if (!hasRoom(item)) {
            wait(PAUSE_MILLIS);
        }
        boolean room = hasRoom(item);
        if (room) {
            items.add(item);
            bytes += item.bytes();
            notifyAll();
        }
        return room;
    }

    private boolean hasRoom(Item item) {
        return items.isEmpty() || bytes + item.bytes() <= most;
    }

    /** Takes the next item; null if none comes soon. */
    synchronized @Nullable Item poll() throws InterruptedException {
        if (items.isEmpty()) {
            wait(PAUSE_MILLIS);
        }
        Item item = items.poll();
        if (item != null) {
            bytes -= item.bytes();
            notifyAll();
        }
        return item;
    }
}
