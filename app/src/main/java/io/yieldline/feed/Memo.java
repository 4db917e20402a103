package io.yieldline.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Remembers the results of a function, because an export has few different days, stations and statuses in many rows. Forgets them
 * all after a number of results, because a damaged export can have a different one in each row.
 */
final class Memo<K, V> {
    private static final int MOST = 500;

    private final Map<K, V> results = new HashMap<>();

    V of(K argument, Function<K, V> function) {
        if (results.size() == MOST) {
            results.clear();
        }
        return results.computeIfAbsent(argument, function);
    }
}
