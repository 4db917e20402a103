package io.yieldline.mart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Partitions of a mart that are rebuilt together.
 *
 * @param everything whether it is the whole mart, independent of the values
 * @param values the partitions, in order, as text
 */
record Slice(Partition partition, boolean everything, List<String> values) {
    /** For more values than this, a range is as good for pruning, and shorter. */
    private static final int LISTED = 40;

    boolean isEmpty() {
        return !everything && values.isEmpty();
    }

    boolean covers(Slice other) {
        return everything || !other.everything && values.containsAll(other.values);
    }

    /** The slice as a condition on the columns of the mart; uses literals, because engines prune only with literals. */
    String condition() {
        if (everything) {
            return "true";
        }
        return partition.column() + (values.size() > LISTED ? " between " + span() : " in (" + list() + ")");
    }

    /** The years that its condition reaches, as text. */
    List<String> years() {
        return IntStream.rangeClosed(year(values.get(0)), year(values.get(values.size() - 1)))
                .mapToObj("%04d"::formatted)
                .toList();
    }

    /** A day and a week both begin with their year. */
    private static int year(String value) {
        return Integer.parseInt(value.substring(0, 4));
    }

    private String list() {
        return values.stream().map(partition::literal).collect(Collectors.joining(", "));
    }

    private String span() {
        return partition.literal(values.get(0)) + " and " + partition.literal(values.get(values.size() - 1));
    }
}
