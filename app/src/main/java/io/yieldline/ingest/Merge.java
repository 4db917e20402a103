package io.yieldline.ingest;

import io.yieldline.feed.Column;
import io.yieldline.feed.Column.Use;
import io.yieldline.feed.Feed;
import io.yieldline.warehouse.ChangeNumber;
import io.yieldline.warehouse.MonthPart;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.WarehouseException;
import io.yieldline.yaml.ResourceFolder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Merges the staged records of one export into the master log. Every record becomes the current version of its event (new, or
 * newer than the known one), a version in the history (older), or a sighting of a known version (seen).
 */
final class Merge {
    /** What stands behind the staged records in a FROM clause where not all of them become current. */
    private static final String CHOSEN = "join stage_key k on k.row_number = s.row_number and k.fate in ('new', 'won')";

    private static final String LAST_ROW = "max(s.row_number) over (partition by s.identity, s.content)";

    private static final String PLACE =
            "row_number() over (partition by v.identity order by v.last_row desc, v.row_number)";

    private final Session session;
    private final Feed feed;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<String> parts;
    private final List<String> arrival;

    /**
     * A merge.
     *
     * @param arrival the part of the month in which the export is loaded, to which its sightings belong
     */
    Merge(Session session, Feed feed, long exportId, StagedTimes times, String arrival) {
        this.parts = times.parts();
        this.arrival = List.of(arrival);
        this.session = session;
        this.feed = feed;
        names.put("export", String.valueOf(exportId));
        names.put("feed", feed.name());
        names.put("master", feed.masterLog());
        names.put("history", feed.history());
        names.put("first", sql(times.first()));
        names.put("last", sql(times.last()));
        names.put("exported", sql(times.exported()));
        List.of("", "m.", "s.").forEach(prefix -> names.put(prefix + "columns", columns(prefix)));
        names.put("differ", attributes(" or ", a -> "m." + a + " is distinct from s." + a));
        names.put("assignments", attributes(", ", a -> a + " = s." + a));
    }

    /** Decides the outcome of every staged record, merges it, and marks days and weeks as stale. */
    Map<String, Long> run() {
        return session.within(List.of(feed.masterLog(), feed.history()), parts, this::merged);
    }

    private Map<String, Long> merged() {
        Staged staged = session.first(text("count_stage.sql"), Staged::of).orElseThrow();
        Map<String, Long> fates = staged.allNew() ? Map.of("new", staged.records()) : keyed(staged.repeated());
        names.put("chosen", fates.keySet().equals(Set.of("new")) ? "" : CHOSEN);
        long current = script("insert_current.sql");
        if (fates.containsKey("seen")) {
            refreshAttributes();
            session.within(List.of("sighting"), arrival, () -> script("insert_sightings.sql"));
        }
        conserve(current, fates);
        if (current > 0) {
            touch();
        }
        if (!staged.allNew()) {
            session.execute("drop table stage_key");
        }
        return fates;
    }

    /** Decides the outcome of each record; nothing has to be put in order where each event stands in one record. */
    private Map<String, Long> keyed(boolean repeated) {
        names.put("last_row", repeated ? LAST_ROW : "s.row_number");
        names.put("place", repeated ? PLACE : "1");
        script("key_stage.sql");
        Map<String, Long> fates = fates();
        if (!repeated && !fates.containsKey("contest")) {
            return fates;
        }
        script("contest.sql");
        return fates();
    }

    private void refreshAttributes() {
        if (feed.storedColumns().stream().anyMatch(column -> column.use() == Use.ATTRIBUTE)) {
            names.put("change", String.valueOf(ChangeNumber.next(session)));
            script("fresher_attributes.sql");
        }
    }

    private void touch() {
        names.put("change", String.valueOf(ChangeNumber.next(session)));
        script("touch.sql");
    }

    private Map<String, Long> fates() {
        Map<String, Long> fates = new LinkedHashMap<>();
        session.query("select fate, count(*) from stage_key group by fate", row -> {
            fates.put(row.getString(1), row.getLong(2));
            return true;
        });
        return fates;
    }

    private static void conserve(long current, Map<String, Long> fates) {
        long expected = fates.getOrDefault("new", 0L) + fates.getOrDefault("won", 0L);
        if (current != expected) {
            throw new WarehouseException(
                    "merging lost or doubled records: " + expected + " became current, " + current + " were written");
        }
    }

    /** The number of rows changed by the last statement of a script. */
    private long script(String name) {
        return session.script(text(name));
    }

    private String text(String name) {
        String text = ResourceFolder.text(Merge.class, name);
        for (Map.Entry<String, String> entry : names.entrySet()) {
            text = text.replace("${" + entry.getKey() + "}", entry.getValue());
        }
        return text;
    }

    private String columns(String prefix) {
        Stream<String> derived = feed.derivedColumns().stream().map(column -> column.column());
        return Stream.concat(feed.storedColumns().stream().map(Column::name), derived)
                .map(column -> prefix + column)
                .collect(Collectors.joining(", "));
    }

    private String attributes(String separator, Function<String, String> text) {
        return feed.storedColumns().stream()
                .filter(column -> column.use() == Use.ATTRIBUTE)
                .map(column -> text.apply(column.name()))
                .collect(Collectors.joining(separator));
    }

    private static String sql(LocalDateTime time) {
        return time.toLocalDate() + " " + time.toLocalTime();
    }

    /** How many records are staged, of how many events, and how many of them are of a known event. */
    private record Staged(long records, long events, long known) {
        static Staged of(ResultSet row) throws SQLException {
            return new Staged(row.getLong(1), row.getLong(2), row.getLong(3));
        }

        boolean repeated() {
            return events < records;
        }

        boolean allNew() {
            return known == 0 && !repeated();
        }
    }

    /**
     * The time range of a staged export.
     *
     * @param first the earliest end time in it
     * @param last the latest end time in it
     * @param exported export time in UTC: when the document was written, else when the export arrived; never the file date,
     *     which a copy changes
     */
    record StagedTimes(LocalDateTime first, LocalDateTime last, LocalDateTime exported) {
        /** The parts of months that it may write to. */
        List<String> parts() {
            return MonthPart.between(first.toLocalDate(), last.toLocalDate());
        }
    }
}
