package io.yieldline.ingest;

import io.yieldline.feed.Column;
import io.yieldline.feed.Feed;
import io.yieldline.feed.HeaderMatch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Error messages for a file whose header row matches no feed. */
final class HeaderText {
    private HeaderText() {}

    static String unfit(Optional<HeaderMatch> best) {
        return best.filter(HeaderText::resembles)
                .map(match -> "looks like a " + match.feed().name() + " export, but has no column "
                        + quoted(match.missing()) + "; export it again with all columns")
                .orElse("no row is the header of a known feed; for the columns of each feed, see: yieldline feeds");
    }

    static String repeated(HeaderMatch header) {
        return "column "
                + header.repeated().stream()
                        .map(text -> named(text, header.feed()))
                        .collect(Collectors.joining(", "))
                + " appears twice in the header; remove one";
    }

    /** A header with the other names of its column: the first one may stand under any of them. */
    private static String named(String text, Feed feed) {
        List<String> others = feed.columns().stream()
                .map(Column::headers)
                .filter(names -> names.stream().anyMatch(name -> isSame(name, text)))
                .flatMap(List::stream)
                .filter(name -> !isSame(name, text))
                .toList();
        return quoted(List.of(text)) + (others.isEmpty() ? "" : " (also named " + quoted(others) + ")");
    }

    private static boolean isSame(String name, String text) {
        return HeaderMatch.key(name).equals(HeaderMatch.key(text));
    }

    /** Some columns, such as SN and PN, are in every feed and do not indicate a feed. */
    private static boolean resembles(HeaderMatch match) {
        return match.matchedColumns() >= 3
                && match.matchedColumns() > match.missing().size();
    }

    private static String quoted(List<String> columns) {
        return columns.stream().map(column -> "\"" + column + "\"").collect(Collectors.joining(", "));
    }
}
