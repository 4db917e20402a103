package io.yieldline.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The match of a header row with a feed.
 *
 * @param feed the feed
 * @param positions position of each column of the feed in the row, or -1
 * @param missing required columns that the row lacks
 * @param unknown unknown headers
 * @param repeated headers of a column that another header already has
 */
public record HeaderMatch(
        Feed feed, List<Integer> positions, List<String> missing, List<String> unknown, List<String> repeated) {

    /** Matches a header row with a feed. */
    static HeaderMatch of(Feed feed, List<@Nullable String> header) {
        Map<String, Integer> known = keys(feed);
        Integer[] positions = new Integer[feed.columns().size()];
        Arrays.fill(positions, -1);
        List<String> unknown = new ArrayList<>();
        List<String> repeated = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String text = header.get(i);
            Integer column = text == null ? null : known.get(key(text));
            if (column == null) {
                addTrimmed(unknown, text);
            } else if (positions[column] >= 0) {
                addTrimmed(repeated, text);
            } else {
                positions[column] = i;
            }
        }
        List<Integer> found = List.of(positions);
        return new HeaderMatch(feed, found, missing(feed, found), unknown, repeated);
    }

    /** Whether every required column is present, once. */
    public boolean complete() {
        return missing.isEmpty();
    }

    /** Optional columns that the row lacks, other than those that are not kept. */
    public List<String> lacking() {
        return IntStream.range(0, positions.size())
                .filter(i -> positions.get(i) < 0)
                .mapToObj(feed.columns()::get)
                .filter(column -> column.required() == Column.Required.NO && column.stored())
                .map(Column::header)
                .toList();
    }

    /** The number of present columns of the feed. */
    public int matchedColumns() {
        return (int) positions.stream().filter(position -> position >= 0).count();
    }

    /** The compared part of a header: letters and digits, in lower case. */
    public static String key(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Map<String, Integer> keys(Feed feed) {
        Map<String, Integer> keys = new HashMap<>();
        for (int i = 0; i < feed.columns().size(); i++) {
            for (String header : feed.columns().get(i).headers()) {
                keys.put(key(header), i);
            }
        }
        return keys;
    }

    private static List<String> missing(Feed feed, List<Integer> positions) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            Column column = feed.columns().get(i);
            if (positions.get(i) < 0 && column.required() != Column.Required.NO) {
                missing.add(column.header());
            }
        }
        return missing;
    }

    private static void addTrimmed(List<String> headers, @Nullable String header) {
        if (header != null && !header.isBlank()) {
            headers.add(header.strip());
        }
    }
}
