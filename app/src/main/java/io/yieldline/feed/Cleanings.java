package io.yieldline.feed;

import io.yieldline.source.Cleaning;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts the cells of one export that were cleaned, by column and kind. */
public final class Cleanings {
    private final Map<String, Map<Cleaning, Long>> cells = new LinkedHashMap<>();

    void count(Column column, int marks) {
        for (Cleaning cleaning : Cleaning.values()) {
            count(column, cleaning.in(marks) ? cleaning : null);
        }
    }

    void count(Column column, @Nullable Cleaning cleaning) {
        if (cleaning != null) {
            cells.computeIfAbsent(column.header(), header -> new EnumMap<>(Cleaning.class))
                    .merge(cleaning, 1L, Long::sum);
        }
    }

    /** The number of cleaned cells; one that was cleaned in two ways counts twice. */
    public long total() {
        return cells.values().stream()
                .flatMap(kinds -> kinds.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Those that the feed does not tell to clean. */
    public long unexpected() {
        return total()
                - cells.values().stream()
                        .mapToLong(kinds -> kinds.getOrDefault(Cleaning.SCANNER_PREFIXES, 0L))
                        .sum();
    }

    /** Columns, kinds and numbers, such as {@code SN: scanner prefixes 5; Service Flow: words for blank 3}; empty if none. */
    public String words() {
        return cells.entrySet().stream()
                .map(column -> column.getKey() + ": "
                        + column.getValue().entrySet().stream()
                                .map(kind -> kind.getKey().words() + " " + kind.getValue())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }
}
