package io.yieldline.warehouse;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was read from the database, until it changes: many screens ask for the same, and between two runs nothing changes. Those
 * who ask for the same at the same time wait for one of them to read it.
 *
 * @param <V> what was read
 */
public final class ReadCache<V> {
    private final Warehouse warehouse;
    private final long most;
    private final ToIntFunction<V> weight;
    private final Map<String, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long weighed;

    /**
     * Remembers values that weigh so much together; those that were not asked for the longest go first.
     *
     * @param weight what a value weighs
     */
    public ReadCache(Warehouse warehouse, long most, ToIntFunction<V> weight) {
        this.warehouse = warehouse;
        this.most = most;
        this.weight = weight;
    }

    /** The value that was read before, or is read now. */
    public V get(String key, Supplier<V> read) {
        long commits = warehouse.commits();
        Entry<V> entry = entry(key);
        synchronized (entry) {
            V value = entry.commits == commits ? entry.value : null;
            return value == null ? readAgain(key, entry, commits, read) : value;
        }
    }

    private V readAgain(String key, Entry<V> entry, long commits, Supplier<V> read) {
        try {
            V value = read.get();
            entry.value = value;
            entry.commits = commits;
            keep(key, entry, weight.applyAsInt(value));
            return value;
        } catch (RuntimeException | Error e) {
            forget(key, entry);
            throw e;
        }
    }

    private synchronized Entry<V> entry(String key) {
        return entries.computeIfAbsent(key, any -> new Entry<>());
    }

    private synchronized void forget(String key, Entry<V> entry) {
        if (entries.remove(key, entry)) {
            weighed -= entry.weight;
        }
    }

    /** Makes room for a value; one that went meanwhile takes none. */
    private synchronized void keep(String key, Entry<V> entry, int weight) {
        if (entries.get(key) == entry) {
            weighed += weight - entry.weight;
            entry.weight = weight;
        }
        Iterator<Entry<V>> eldest = entries.values().iterator();
        while (weighed > most) {
            weighed -= eldest.next().weight;
            eldest.remove();
        }
    }

    /** A value and the state of the database that it was read in. */
    private static final class Entry<V> {
        private @Nullable V value;
        private long commits;
        private int weight;
    }
}
