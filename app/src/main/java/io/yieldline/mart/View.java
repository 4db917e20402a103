package io.yieldline.mart;

import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A view over marts or master logs, as its file describes it: comments that say what it shows, then {@code -- days: COLUMN} or
 * {@code -- weeks: COLUMN} where its rows are of a day or an ISO week, {@code -- each: feed} where its SELECT is that of one feed and
 * the view holds those of all feeds, and {@code -- column: NAME TYPE | MEANING} for each column of a view of the lake.
 *
 * @param name its name; those of the original stand in schema {@code etl_v2}
 * @param about what it shows; empty for a table of the original that needs no word
 * @param columns its columns in their order; empty for a table of the original
 * @param select its SELECT
 */
public record View(
        String name,
        String about,
        Optional<PeriodColumn> period,
        boolean eachFeed,
        List<ViewColumn> columns,
        String select) {
    private static final Pattern FACT = Pattern.compile("-- (days|weeks|each): (\\w+)");
    private static final Pattern COLUMN = Pattern.compile("-- column: (\\w+) ([\\w(),]+) \\| (.+)");

    static View parse(String name, String text) {
        List<String> header =
                text.lines().takeWhile(line -> line.startsWith("--")).toList();
        List<Matcher> facts =
                header.stream().map(FACT::matcher).filter(Matcher::matches).toList();
        return new View(
                name,
                header.stream()
                        .filter(line -> !FACT.matcher(line).matches()
                                && !COLUMN.matcher(line).matches())
                        .map(line -> line.substring("-- ".length()))
                        .collect(Collectors.joining(" ")),
                facts.stream()
                        .filter(fact -> !fact.group(1).equals("each"))
                        .map(fact ->
                                new PeriodColumn(fact.group(2), fact.group(1).equals("weeks")))
                        .findFirst(),
                facts.stream().anyMatch(fact -> fact.group(1).equals("each")),
                header.stream()
                        .map(COLUMN::matcher)
                        .filter(Matcher::matches)
                        .map(column -> new ViewColumn(column.group(1), column.group(2), column.group(3)))
                        .toList(),
                RatioSql.expand(text.lines().skip(header.size()).collect(Collectors.joining("\n"))));
    }

    /** A column, its SQL type and what it says. */
    public record ViewColumn(String name, String type, String meaning) {}

    /** The statement that makes it, for a plant with these feeds. */
    String createStatement(Feeds feeds) {
        return "create view " + name + " as\n" + select(feeds);
    }

    /** Its SELECT, for a plant with these feeds. */
    public String select(Feeds feeds) {
        return eachFeed ? ofAll(feeds) : select;
    }

    private String ofAll(Feeds feeds) {
        return feeds.all().stream().map(this::of).collect(Collectors.joining("\nunion all\n"));
    }

    private String of(Feed feed) {
        return select.replace("${feed}", feed.name()).replace("${master_log}", feed.masterLog());
    }
}
