package io.yieldline.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the results of a function, because an export has few different days, stations and statuses in many rows. Forgets them
 * all after a number of results, because a damaged export can have a different one in each row.
 */
final class Memo<K, V> {
    private static final int MOST = 500;

    private final Map<K, V> results = new HashMap<>();
    private @Nullable K lastArgument;
    private @Nullable V lastResult;

    /** The result, which is never null; the next row mostly asks for the same. */
    V of(K argument, Function<K, V> function) {
        V last = lastResult;
        return last != null && argument.equals(lastArgument) ? last : looked(argument, function);
    }

    private V looked(K argument, Function<K, V> function) {
        if (results.size() == MOST) {
            results.clear();
        }
        V result = results.computeIfAbsent(argument, function);
        lastArgument = argument;
        lastResult = result;
        return result;
    }
}
