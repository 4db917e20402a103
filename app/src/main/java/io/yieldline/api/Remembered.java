package io.yieldline.api;

import io.yieldline.warehouse.Warehouse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was read from the database, until it changes: many screens ask for the same, and between two runs nothing changes.
 *
 * @param <V> what was read
 */
final class Remembered<V> {
    private final Warehouse warehouse;
    private final Map<String, Entry<V>> entries;
    private final Predicate<V> kept;

    /**
     * Remembers so many values; those that were not asked for the longest go first.
     *
     * @param kept which values are small enough
     */
    Remembered(Warehouse warehouse, int most, Predicate<V> kept) {
        this.warehouse = warehouse;
        this.kept = kept;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Entry<V>> eldest) {
                return size() > most;
            }
        };
    }

    /** The value that was read before, or is read now. */
    V get(String key, Supplier<V> read) {
        long commits = warehouse.commits();
        Entry<V> entry = find(key);
        if (entry != null && entry.commits == commits) {
            return entry.value;
        }
        V value = read.get();
        if (kept.test(value)) {
            put(key, new Entry<>(commits, value));
        }
        return value;
    }

    private synchronized @Nullable Entry<V> find(String key) {
        return entries.get(key);
    }

    private synchronized void put(String key, Entry<V> entry) {
        entries.put(key, entry);
    }

    private record Entry<V>(long commits, V value) {}
}
