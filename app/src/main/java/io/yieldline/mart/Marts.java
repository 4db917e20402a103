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

    /** The marts that ship with the program, of the feeds that do. */
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

    /** The tables of facts about units, by serial number, that some marts and answers are made from. */
    public List<Mart> units() {
        return units;
    }

    /** The mart of this name. */
    public Mart get(String name) {
        return named(marts, name)
                .orElseThrow(() ->
                        new UserError(ExitCode.USAGE, "unknown mart \"" + name + "\"; known are " + names(marts)));
    }

    /** The marts of these names, in their own order; all of them when no name is given. */
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

    /** The unit table that a mart is made from, if it is made from one. */
    Optional<Mart> unitsOf(Mart mart) {
        return named(units, mart.source());
    }

    /** Whether marts are made from a table; a unit table of which none is made is read as it is. */
    public boolean followed(Mart table) {
        return !madeFrom(table.name()).isEmpty();
    }

    /** The unit tables that no mart brings up to date. */
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
