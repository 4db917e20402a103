package io.yieldline.ingest;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.feed.Column;
import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A feed that changed since exports were loaded with it. The ledger keeps the definition by which each export was read: what makes
 * its records differ, not the headers that it recognizes.
 *
 * @param feed its name
 * @param exports how many exports were read by the other definition
 * @param before what only that one says, such as {@code zone Asia/Shanghai}
 * @param now what only the present one says
 */
public record FeedChange(String feed, long exports, List<String> before, List<String> now) {
    private static final String LINE = "\n";

    /** The definition of a feed as the ledger keeps it, one property in each line. */
    static String definition(Feed feed, ZoneId plantZone, boolean convertZones) {
        ZoneId own = feed.zone();
        ZoneId zone = own == null || !convertZones ? plantZone : own;
        return Stream.concat(
                        Stream.of("zone " + zone + (zone.equals(plantZone) ? "" : " converted to " + plantZone)),
                        feed.storedColumns().stream().map(FeedChange::column))
                .collect(Collectors.joining(LINE));
    }

    static String definition(Feed feed, Plant plant) {
        return definition(feed, plant.settings().zone(), plant.rules().convertZones());
    }

    private static String column(Column column) {
        return "column " + column.name() + " " + word(column.type()) + " " + word(column.use())
                + (column.lettersAndDigits() ? " letters_and_digits" : "")
                + (column.whenBlank() == null ? "" : " or " + column.whenBlank());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** All changes of the feeds of a plant. */
    public static List<FeedChange> of(Plant plant, Feeds feeds, Warehouse warehouse) {
        return warehouse.read(session -> feeds.all().stream()
                .flatMap(feed -> of(session, feed, definition(feed, plant)))
                .toList());
    }

    private static Stream<FeedChange> of(Session session, Feed feed, String definition) {
        return session
                .query(
                        "select feed_definition, count(*) from export where status = 'loaded' and feed = ?"
                                + " and feed_definition <> ? group by feed_definition order by max(id) desc",
                        row -> new FeedChange(
                                feed.name(),
                                row.getLong(2),
                                without(row.getString(1), definition),
                                without(definition, row.getString(1))),
                        feed.name(),
                        definition)
                .stream()
                .limit(1);
    }

    private static List<String> without(String one, String other) {
        Set<String> lines = new LinkedHashSet<>(List.of(one.split(LINE)));
        lines.removeAll(List.of(other.split(LINE)));
        return List.copyOf(lines);
    }

    /** What changed and what to do, in one line. */
    public String message() {
        return "feed " + feed + " changed since " + Counted.of(exports, "export") + (exports == 1 ? " was" : " were")
                + " loaded (before: " + listed(before) + "; now: " + listed(now)
                + "); load all exports again with: yieldline rebuild; or change the feed, the zone or convert_zones back";
    }

    private static String listed(List<String> lines) {
        return lines.isEmpty() ? "nothing else" : String.join(", ", lines);
    }

    /**
     * Whether exports that are loaded now would not fit the records: their times, their identities or their values would differ. A
     * column that is only added or removed does not matter.
     */
    public boolean breaking() {
        Set<String> columns = before.stream().map(FeedChange::subject).collect(Collectors.toSet());
        return Stream.concat(before.stream(), now.stream())
                        .anyMatch(line -> !line.startsWith("column ") || line.contains(" identity"))
                || now.stream().map(FeedChange::subject).anyMatch(columns::contains);
    }

    private static String subject(String line) {
        return line.split(" ")[1];
    }

    /** Refuses to load exports into records that were read by another definition. */
    static void refuse(Plant plant, Feeds feeds, Warehouse warehouse) {
        of(plant, feeds, warehouse).stream()
                .filter(FeedChange::breaking)
                .findFirst()
                .ifPresent(change -> {
                    throw new UserError(ExitCode.USAGE, change.message());
                });
    }

    /**
     * Enters the definitions of exports that an earlier version loaded: the present ones, but with the zone that this version kept.
     *
     * @param times the zone of the plant and whether zones are converted, as the earlier version kept them; empty if unknown
     */
    static void adopt(Session session, Plant plant, Feeds feeds, String times) {
        String[] kept = times.split(" ");
        ZoneId zone = kept.length == 2 ? ZoneId.of(kept[0]) : plant.settings().zone();
        boolean converted =
                kept.length == 2 ? Boolean.parseBoolean(kept[1]) : plant.rules().convertZones();
        feeds.all()
                .forEach(feed -> session.execute(
                        "update export set feed_definition = ? where feed = ? and status = 'loaded' and feed_definition is null",
                        definition(feed, zone, converted),
                        feed.name()));
    }
}
