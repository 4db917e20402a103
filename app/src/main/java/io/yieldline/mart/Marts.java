package io.yieldline.mart;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.feed.Feeds;
import io.yieldline.plant.Home;
import io.yieldline.yaml.ResourceFolder;
import io.yieldline.yaml.YamlNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The marts that a plant has, in the order in which they are shown and refreshed: by step of the schedule, then by name. */
public final class Marts {
    private final Feeds feeds;
    private final List<Mart> marts;
    private final List<Mart> units;

    private Marts(Feeds feeds, List<Mart> marts, List<Mart> units) {
        this.feeds = feeds;
        this.marts = marts;
        this.units = units;
    }

    /** The built-in marts. */
    public static Marts builtIn() {
        return of(Feeds.builtIn());
    }

    /** The marts of a plant. */
    public static Marts of(Home home) {
        return of(Feeds.of(home.feeds()));
    }

    private static Marts of(Feeds feeds) {
        return new Marts(
                feeds,
                files("").stream().sorted(Comparator.comparing(Mart::step)).toList(),
                files("unit/"));
    }

    /** The feeds whose master logs they are made from. */
    public Feeds feeds() {
        return feeds;
    }

    /** All marts. */
    public List<Mart> all() {
        return marts;
    }

    /** The unit tables, by serial number, from which some marts and responses are computed. */
    public List<Mart> units() {
        return units;
    }

    /** The mart with this name. */
    public Mart get(String name) {
        return named(marts, name)
                .orElseThrow(() ->
                        new UserError(ExitCode.USAGE, "unknown mart \"" + name + "\"; valid values: " + names(marts)));
    }

    /** The marts with these names, in their own order; all marts if no name is given. */
    public List<Mart> select(List<String> names) {
        List<Mart> chosen = names.stream().map(this::get).toList();
        return chosen.isEmpty()
                ? marts
                : marts.stream().filter(chosen::contains).toList();
    }

    /** The marts that a step of the schedule brings up to date. */
    public List<Mart> of(RefreshStep step) {
        return marts.stream().filter(mart -> mart.step() == step).toList();
    }

    /** The unit table of a mart, if any. */
    Optional<Mart> unitsOf(Mart mart) {
        return named(units, mart.source());
    }

    /** Whether marts are computed from a table; other unit tables are only queried. */
    public boolean followed(Mart table) {
        return !madeFrom(table.name()).isEmpty();
    }

    /** The unit tables without a mart. */
    List<Mart> unitsOfNoMart() {
        return units.stream().filter(table -> !followed(table)).toList();
    }

    List<Mart> madeFrom(String source) {
        return marts.stream().filter(mart -> mart.source().equals(source)).toList();
    }

    private static Optional<Mart> named(List<Mart> marts, String name) {
        return marts.stream().filter(mart -> mart.name().equals(name)).findFirst();
    }

    private static String names(List<Mart> marts) {
        return marts.stream().map(Mart::name).collect(Collectors.joining(", "));
    }

    /** By name. */
    private static List<Mart> files(String folder) {
        return ResourceFolder.names(Marts.class, folder, ".sql", List.of()).stream()
                .map(name -> folder + name + ".sql")
                .map(file -> MartFile.parse(file, YamlNode.resourceText(Marts.class, file)))
                .toList();
    }
}
