package io.yieldline.ingest;

import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import io.yieldline.feed.HeaderMatch;
import io.yieldline.source.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The header of one of several tables beside each other.
 *
 * @param header its cells
 * @param match the feed that they fit best
 * @param from its first column
 * @param to the column after its last one
 */
record HeaderSpan(Row header, HeaderMatch match, int from, int to) {
    /** Tables beside each other are apart by a column without a header; or all are complete, and begin with the same header. */
    static List<HeaderSpan> of(Row row, Feeds feeds) {
        IntPredicate hasHeader = column -> !key(row.text(column)).isEmpty();
        List<HeaderSpan> spans = new ArrayList<>();
        int from = first(0, row.size(), hasHeader);
        while (from < row.size()) {
            int to = first(from, row.size(), hasHeader.negate());
            spans.addAll(of(row, feeds, from, to).split(row, feeds));
            from = first(to, row.size(), hasHeader);
        }
        return spans;
    }

    private static HeaderSpan of(Row row, Feeds feeds, int from, int to) {
        Row header = row.within(from, to);
        return new HeaderSpan(header, feeds.match(header.texts()), from, to);
    }

    private List<HeaderSpan> split(Row row, Feeds feeds) {
        String begin = key(row.text(from));
        List<HeaderSpan> parts = new ArrayList<>();
        for (int start = from; start < to; start = parts.get(parts.size() - 1).to) {
            parts.add(of(
                    row,
                    feeds,
                    start,
                    first(start + 1, to, column -> key(row.text(column)).equals(begin))));
        }
        return parts.stream().allMatch(HeaderSpan::isTable) ? parts : List.of(this);
    }

    private boolean isTable() {
        return match.complete() && match.repeated().isEmpty();
    }

    /** Whether it is the header of a table of this feed. */
    boolean isOf(Feed feed) {
        return match.complete() && match.feed().equals(feed);
    }

    private static int first(int from, int to, IntPredicate where) {
        return IntStream.range(from, to).filter(where).findFirst().orElse(to);
    }

    private static String key(@Nullable String text) {
        return text == null ? "" : HeaderMatch.key(text);
    }
}
