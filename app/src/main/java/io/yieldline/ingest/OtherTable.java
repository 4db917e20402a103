package io.yieldline.ingest;

import io.yieldline.Excerpt;
import io.yieldline.feed.HeaderMatch;
import io.yieldline.source.Row;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table beside those of the feed, which is not read.
 *
 * @param name what it is called in remarks, by its first headers
 * @param feed its feed; null if its header is of none
 * @param from its first column
 * @param to the column after its last one
 */
record OtherTable(String name, @Nullable String feed, int from, int to) {
    private static final int NAMED = 3;
    private static final int SHOWN = 40;

    static OtherTable of(HeaderSpan span) {
        HeaderMatch match = span.match();
        return new OtherTable(
                "table beside with " + named(span.header()),
                match.complete() ? match.feed().name() : null,
                span.from(),
                span.to());
    }

    private static String named(Row header) {
        List<String> headers = header.texts().stream().filter(Objects::nonNull).toList();
        return headers.stream()
                        .limit(NAMED)
                        .map(text -> "\"" + Excerpt.of(text.strip(), SHOWN) + "\"")
                        .collect(Collectors.joining(", "))
                + (headers.size() <= NAMED ? "" : " and " + (headers.size() - NAMED) + " more");
    }

    /** Whether it has a text in this row. */
    boolean isIn(Row row) {
        return !row.within(from, to).isBlank();
    }
}
