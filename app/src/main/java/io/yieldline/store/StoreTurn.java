package io.yieldline.store;

import io.yieldline.warehouse.WarehouseException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one at a time change a store, since what one uses again, another must not collect; and says why a store cannot be written. */
final class StoreTurn {
    /** One for each folder: who copies to a slow disk keeps nobody waiting who writes at home. */
    private static final Map<Path, ReentrantLock> CHANGING = new ConcurrentHashMap<>();

    private StoreTurn() {}

    static <T> T alone(Store store, Work<T> work) {
        ReentrantLock turn =
                CHANGING.computeIfAbsent(store.folder().toAbsolutePath().normalize(), folder -> new ReentrantLock());
        turn.lock();
        try {
            return work.run();
        } catch (IOException e) {
            throw store.unwritable(e);
        } catch (WarehouseException e) {
            throw ofTheDisk(e) ? store.unwritable(new IOException(firstLine(e))) : e;
        } finally {
            turn.unlock();
        }
    }

    private static boolean ofTheDisk(WarehouseException e) {
        return String.valueOf(e.getMessage()).matches("(?s).*(IO Error|No space left).*");
    }

    private static String firstLine(WarehouseException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** Work on a store. */
    interface Work<T> {
        T run() throws IOException;
    }
}
