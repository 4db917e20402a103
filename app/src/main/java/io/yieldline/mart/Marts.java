package io.yieldline.mart;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import io.yieldline.plant.Home;
import io.yieldline.yaml.ResourceFolder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The marts that a plant has, in the order in which they are shown and refreshed: by step of the schedule, then by name. Some ship
 * with the program, others are the plant's own.
 */
public final class Marts {
    private static final List<Mart> BUILT_IN = files("");
    private static final List<Mart> UNITS = files("unit/");

    private final Feeds feeds;
    private final List<OwnMart> own;
    private final List<RefusedMart> refused;
    private final String files;

    private Marts(Feeds feeds, List<OwnMart> own, List<RefusedMart> refused, String files) {
        this.feeds = feeds;
        this.own = List.copyOf(own);
        this.refused = List.copyOf(refused);
        this.files = files;
    }

    /** The built-in marts. */
    public static Marts builtIn() {
        return builtIn(Feeds.builtIn());
    }

    /** The marts of a plant: the built-in ones, and those in the folder {@code marts} of its home. */
    public static Marts of(Home home) {
        return OwnMarts.added(builtIn(Feeds.of(home.feeds())), home.marts());
    }

    private static Marts builtIn(Feeds feeds) {
        return new Marts(feeds, List.of(), List.of(), "");
    }

    /** The same with other marts of the plant's own. */
    Marts with(List<OwnMart> others, List<RefusedMart> othersRefused, String fingerprint) {
        return new Marts(feeds, others, othersRefused, fingerprint);
    }

    /** The same over other feeds. */
    public Marts over(Feeds others) {
        return new Marts(others, own, refused, files);
    }

    /** The feeds whose master logs they are made from. */
    public Feeds feeds() {
        return feeds;
    }

    /** All marts. */
    public List<Mart> all() {
        return Stream.concat(BUILT_IN.stream(), own.stream().map(OwnMart::mart))
                .sorted(Comparator.comparing(Mart::step))
                .toList();
    }

    /** The marts that are the plant's own. */
    public List<Mart> own() {
        return own.stream().map(OwnMart::mart).toList();
    }

    /** The marts of the plant's own that cannot be used as their files are. */
    public List<RefusedMart> refused() {
        return refused;
    }

    /** The unit tables, by serial number, from which some marts and responses are computed. */
    public List<Mart> units() {
        return UNITS;
    }

    /**
     * The mart of this name.
     *
     * @throws UserError if there is none, or if its file is refused
     */
    public Mart get(String name) {
        refused(name).ifPresent(mart -> {
            throw mart.problem();
        });
        return named(all(), name)
                .orElseThrow(() ->
                        new UserError(ExitCode.USAGE, "unknown mart \"" + name + "\"; valid values: " + listed(all())));
    }

    /** These names, each once and in the order of the marts, with refused marts last; all of them when none is given. */
    List<String> names(List<String> names) {
        names.stream().filter(name -> refused(name).isEmpty()).forEach(this::get);
        return Stream.concat(all().stream().map(Mart::name), refused.stream().map(RefusedMart::name))
                .filter(name -> names.isEmpty() || names.contains(name))
                .toList();
    }

    /** The mart of this name whose file is refused, if it is. */
    public Optional<RefusedMart> refused(String name) {
        return refused.stream().filter(mart -> mart.name().equals(name)).findFirst();
    }

    /** The names of the marts that a step of the schedule brings up to date; the last step reports those that are refused. */
    public List<String> of(RefreshStep step) {
        Stream<String> marts =
                all().stream().filter(mart -> mart.step() == step).map(Mart::name);
        return step == RefreshStep.OTHER
                ? Stream.concat(marts, refused.stream().map(RefusedMart::name)).toList()
                : marts.toList();
    }

    /** Whether files of the plant's own marts came, went or changed since these were read. */
    public boolean changedIn(Home home) {
        return !OwnMarts.fingerprint(home.marts()).equals(files);
    }

    /** By which texts of files they were read. */
    String files() {
        return files;
    }

    List<OwnMart> ownFiles() {
        return own;
    }

    /** The tables that every plant has: marts and facts about units. */
    Stream<Mart> builtInTables() {
        return Stream.concat(UNITS.stream(), BUILT_IN.stream());
    }

    /** All tables: facts about units, and marts. */
    public Stream<Mart> tables() {
        return Stream.concat(UNITS.stream(), all().stream());
    }

    /** The mart or unit table of this name, if there is one. */
    public Optional<Mart> table(String name) {
        return tables().filter(table -> table.name().equals(name)).findFirst();
    }

    /** The unit table of a mart, if any. */
    Optional<Mart> unitsOf(Mart mart) {
        return named(UNITS, mart.source());
    }

    /** The master logs from which a mart is computed. */
    List<String> logsOf(Mart mart) {
        String source = unitsOf(mart).map(Mart::source).orElse(mart.source());
        return feeds.all().stream()
                .filter(feed -> feed.name().equals(source) || mart.also().contains(feed.name()))
                .map(Feed::masterLog)
                .toList();
    }

    /** Whether marts are computed from a table; other unit tables are only queried. */
    public boolean followed(Mart table) {
        return !madeFrom(table.name()).isEmpty();
    }

    /** The unit tables without a mart. */
    List<Mart> unitsOfNoMart() {
        return UNITS.stream().filter(table -> !followed(table)).toList();
    }

    List<Mart> madeFrom(String source) {
        return all().stream().filter(mart -> mart.sources().contains(source)).toList();
    }

    private static Optional<Mart> named(List<Mart> marts, String name) {
        return marts.stream().filter(mart -> mart.name().equals(name)).findFirst();
    }

    private static String listed(List<Mart> marts) {
        return marts.stream().map(Mart::name).collect(Collectors.joining(", "));
    }

    /** By name. */
    private static List<Mart> files(String folder) {
        return ResourceFolder.names(Marts.class, folder, ".sql", List.of()).stream()
                .map(name -> folder + name + ".sql")
                .map(file -> MartFile.parse(file, ResourceFolder.text(Marts.class, file)))
                .toList();
    }
}
