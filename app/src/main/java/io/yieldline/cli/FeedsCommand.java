package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.feed.Column;
import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import io.yieldline.warehouse.Table;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists feeds. */
@Command(
        mixinStandardHelpOptions = true,
        header = "List the feeds, or the columns of one feed.",
        description = "A feed is a YAML file. A file in feeds/ in the home of the plant adds a feed, or replaces"
                + " the built-in feed with the same name.",
        footer = {"", "Examples:", "  yieldline feeds", "  yieldline feeds testboard"})
final class FeedsCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    YieldlineCommand parent;

    @Parameters(arity = "0..1", paramLabel = "FEED", description = "Feed to describe.")
    @Nullable
    String feed;

    @Override
    public Integer call() {
        YieldlineCommand options = Objects.requireNonNull(parent);
        Feeds feeds = Feeds.of(options.plantHome().feeds());
        Console console = options.console();
        if (console.json()) {
            console.json(feed == null ? feeds.all() : feeds.named(feed));
        } else if (feed == null) {
            console.table(new Table(
                    List.of("feed", "title", "zone", "columns", "master log"),
                    feeds.all().stream().map(FeedsCommand::row).toList()));
        } else {
            console.table(new Table(
                    List.of("column", "header", "type", "required", "use"),
                    feeds.named(feed).columns().stream().map(FeedsCommand::row).toList()));
        }
        return ExitCode.DONE.number();
    }

    private static List<Object> row(Feed feed) {
        return List.of(
                feed.name(),
                feed.title(),
                feed.zone() == null ? "plant" : feed.zone().getId(),
                feed.columns().size(),
                feed.masterLog());
    }

    private static List<Object> row(Column column) {
        return List.of(
                column.name(),
                String.join(" or ", column.headers()),
                OptionParsers.word(column.type()),
                OptionParsers.word(column.required()),
                OptionParsers.word(column.use()));
    }
}
