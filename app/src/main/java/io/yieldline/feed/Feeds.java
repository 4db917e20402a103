package io.yieldline.feed;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.plant.DefinitionFolder;
import io.yieldline.yaml.ResourceFolder;
import io.yieldline.yaml.YamlNode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The feeds of a plant: built-in feeds, and feeds in its home, which override built-in feeds with the same name. */
public final class Feeds {
    private static final List<String> SHOWN_FIRST = List.of("workstation", "testboard", "snfn");

    private static final List<Feed> BUILT_IN = ResourceFolder.names(Feeds.class, ".yaml", SHOWN_FIRST).stream()
            .map(name -> FeedYaml.feed(YamlNode.resource(Feeds.class, name + ".yaml")))
            .toList();

    private final Map<String, Feed> feeds;
    private final Map<String, Feed> replaced = new HashMap<>();

    private Feeds(Map<String, Feed> feeds) {
        this.feeds = feeds;
    }

    /** The built-in feeds. */
    public static Feeds builtIn() {
        Map<String, Feed> feeds = new LinkedHashMap<>();
        BUILT_IN.forEach(feed -> feeds.put(feed.name(), feed));
        return new Feeds(feeds);
    }

    /** The built-in feeds and those in the YAML files of a folder, which is optional. */
    public static Feeds of(Path folder) {
        Feeds feeds = builtIn();
        DefinitionFolder.yaml(folder).forEach(file -> {
            Feed feed = FeedYaml.feed(YamlNode.read(file));
            Feed before = feeds.feeds.get(feed.name());
            if (before != null) {
                feeds.replaced.put(feed.name(), before);
            }
            feeds.feeds.put(feed.name(), before == null ? feed : feed.inPlaceOf(before));
        });
        return feeds;
    }

    /** All feeds, built-in ones first. */
    public List<Feed> all() {
        return List.copyOf(feeds.values());
    }

    /** The built-in feed that a definition of the plant replaced. */
    public Optional<Feed> replaced(Feed feed) {
        return Optional.ofNullable(replaced.get(feed.name()));
    }

    /** A feed by name. */
    public Feed named(String name) {
        return Optional.ofNullable(feeds.get(name))
                .orElseThrow(() -> new UserError(
                        ExitCode.USAGE,
                        "unknown feed \"" + name + "\"; valid values: " + String.join(", ", feeds.keySet())));
    }

    /** The compared part of every header of every feed. */
    public Set<String> headerKeys() {
        return feeds.values().stream()
                .flatMap(feed -> feed.columns().stream())
                .flatMap(column -> column.headers().stream())
                .map(HeaderMatch::key)
                .collect(Collectors.toSet());
    }

    /** The best match of a header row: complete matches first, then the one with the most known columns. */
    public HeaderMatch match(List<@Nullable String> header) {
        return feeds.values().stream()
                .map(feed -> HeaderMatch.of(feed, header))
                .max(Comparator.comparing(HeaderMatch::complete)
                        .thenComparing(HeaderMatch::matchedColumns)
                        .thenComparing(match -> -match.missing().size()))
                .orElseThrow();
    }
}
