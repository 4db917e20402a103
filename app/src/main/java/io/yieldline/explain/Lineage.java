package io.yieldline.explain;

import io.yieldline.feed.Feed;
import io.yieldline.mart.Mart;
import io.yieldline.mart.Marts;
import io.yieldline.mart.Select;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lineage of a mart, read from its file: the rows that its counts count, and the records behind each of them.
 * Most marts count records; some count units, which have several records.
 *
 * @param mart the mart
 * @param feed the feed of its records
 * @param counts the mart's own SELECT
 * @param records the SELECT on the master log; the same one if the mart counts records
 * @param units the counted units; null if records are counted
 * @param shown displayed columns of a record in addition to the keys, as far as every log of the mart has them
 */
record Lineage(
        Mart mart,
        Feed feed,
        Select counts,
        Select records,
        @Nullable Units units,
        List<String> shown) {
    private static final List<String> SHOWN =
            List.of("serial_number", "station", "ended_at", "flow", "status", "verdict");
    private static final Pattern LOG =
            Pattern.compile("(\\w+_master_log)(?:\\s+(?!join\\b|left\\b|inner\\b|cross\\b)(\\w+))?.*", Pattern.DOTALL);

    /** One for each log that the mart is made from. */
    static List<Lineage> of(Mart mart, Marts marts) {
        List<Lineage> lineages = mart.selects().stream()
                .map(select -> of(mart, Select.parse(select), marts))
                .toList();
        List<String> shown = SHOWN.stream()
                .filter(name -> !mart.key().contains(name))
                .filter(name -> lineages.stream().allMatch(lineage -> lineage.inLog(name)))
                .toList();
        return lineages.stream().map(lineage -> lineage.showing(shown)).toList();
    }

    private static Lineage of(Mart mart, Select counts, Marts marts) {
        Optional<Mart> stored = marts.units().stream()
                .filter(unit -> unit.name().equals(mart.source()))
                .findFirst();
        Feed feed = marts.feeds().all().stream()
                .filter(each -> (counts.from() + " ").startsWith(each.masterLog() + " "))
                .findFirst()
                .orElseGet(() -> marts.feeds().named(stored.map(Mart::source).orElse(mart.source())));
        if (stored.isPresent()) {
            return stored(mart, feed, counts, stored.get());
        }
        return counts.inner()
                .map(inner -> new Lineage(mart, feed, counts, inner, grouped(counts.from(), inner), List.of()))
                .orElseGet(() -> new Lineage(mart, feed, counts, counts, null, List.of()));
    }

    /** Units in a unit table, whose SELECT leads to the records. */
    private static Lineage stored(Mart mart, Feed feed, Select counts, Mart unit) {
        Select facts = Select.parse(unit.select());
        boolean first = facts.items().stream()
                .filter(item -> !unit.key().contains(item.name()))
                .allMatch(Select.Item::ofFirst);
        Select records = facts.inner().orElse(facts).without("stale_unit");
        return new Lineage(
                mart, feed, counts, records, new Units(unit.name(), unit.name(), unit.key(), first), List.of());
    }

    /** Units that the SELECT of the mart forms by grouping records. */
    private static Units grouped(String from, Select inner) {
        List<String> key = inner.items().stream()
                .filter(item -> inner.groups().contains(item.expression()))
                .map(Select.Item::name)
                .toList();
        return new Units(from, null, key, false);
    }

    /** The alias of the master log in the FROM clause of the records. */
    String log() {
        Matcher log = LOG.matcher(records.from());
        if (!log.matches()) {
            throw new IllegalArgumentException(mart.name() + " does not begin with a master log: " + records.from());
        }
        return log.group(2) == null ? log.group(1) : log.group(2);
    }

    /** The count columns, in order. */
    List<String> countNames() {
        return mart.columnNames().stream()
                .filter(name -> !mart.key().contains(name))
                .toList();
    }

    /** The expression of a key on a record. */
    UnaryOperator<String> onRecord() {
        return name -> records.item(name).onRecord();
    }

    /** The expression of a key on a counted row. */
    UnaryOperator<String> onCounted() {
        return name -> counts.item(name).expression();
    }

    /** The columns that a list shows of a record: the keys of the mart, and what else there is. */
    List<String> shownColumns() {
        return Stream.concat(mart.key().stream(), shown().stream()).toList();
    }

    /** What a row shows in one of these columns. */
    @Nullable
    Object shown(ListedRow row, String column) {
        return row.shown().get(shownColumns().indexOf(column));
    }

    /** What a record adds to a count; 0 where it stands behind the first record of its unit. */
    ToLongFunction<ListedRow> adds(String count) {
        int place = countNames().indexOf(count);
        return record -> record.more().get(place) instanceof Long added ? added : 0;
    }

    private Lineage showing(List<String> columns) {
        return new Lineage(mart, feed, counts, records, units, columns);
    }

    private boolean inLog(String column) {
        return feed.column(column).isPresent()
                || feed.derivedColumns().stream()
                        .anyMatch(derived -> derived.column().equals(column));
    }

    /**
     * The counted units of a mart.
     *
     * @param relation the table, or the SELECT in brackets with its alias
     * @param table the unit table; null if the mart groups the records itself
     * @param key columns that identify a unit
     * @param firstDecides whether only the first record of a unit decides where it counts
     */
    record Units(String relation, @Nullable String table, List<String> key, boolean firstDecides) {}
}
