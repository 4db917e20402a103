package io.yieldline.mart;

import io.yieldline.UserError;
import io.yieldline.feed.Column.Use;
import io.yieldline.feed.ColumnType;
import io.yieldline.feed.Feed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds a mart to what every mart promises, by its text alone: its key tells rows apart, a day or week of it follows from the same
 * day or week of its source, and every row of the source says what it adds to each count. A SELECT that keeps to this shape
 * cannot break these promises, whatever the data.
 */
final class MartPromises {
    private static final Set<String> PARTITIONS = Set.of("day", "output_day", "week");
    private static final Set<String> TAKEN = Set.of("from", "to", "by", "limit", "offset", "format", "mart", "why");
    private static final Set<ColumnType> KEY_TYPES = Set.of(ColumnType.TEXT, ColumnType.DATE, ColumnType.INTEGER);
    private static final Pattern FOREIGN = Pattern.compile(
            "\\b(having|order by|limit|offset|union|intersect|except|with|over|exists)\\b|\\bselect\\s+distinct\\b");
    private static final Pattern TABLE = Pattern.compile("(?<!distinct )\\b(?:from|join)\\s+([\\w.]+)");
    private static final String COUNTS =
            "; write count(*), count(column), count(*) filter (where ...) or cast(sum(...) as bigint)";

    private final MartFile file;
    private final Mart mart;
    private final Marts known;

    private MartPromises(MartFile file, Marts known) {
        this.file = file;
        this.mart = file.mart();
        this.known = known;
    }

    /**
     * The mart in a file.
     *
     * @param known the marts that ship with the program, and the plant's feeds
     * @throws UserError if it breaks a promise: file and line, and what to write instead
     */
    static Mart keptBy(MartFile file, Marts known) {
        MartPromises promises = new MartPromises(file, known);
        promises.header();
        promises.sql();
        promises.shape();
        return promises.readsAttribute() ? file.mart().following(file.mart().source() + "_attribute") : file.mart();
    }

    /** Whether it reads a value that is no part of an event, and so can change without a change of the event. */
    private boolean readsAttribute() {
        return known.feeds().all().stream()
                .filter(feed -> feed.name().equals(mart.source()))
                .flatMap(feed -> feed.storedColumns().stream())
                .filter(column -> column.use() == Use.ATTRIBUTE)
                .anyMatch(column -> Pattern.compile("\\b" + column.name() + "\\b")
                        .matcher(mart.select())
                        .find());
    }

    private void header() {
        List<String> sources = Stream.concat(
                        known.feeds().all().stream().map(Feed::name),
                        known.units().stream().map(Mart::name))
                .toList();
        require(
                sources.contains(mart.source()),
                "from",
                "unknown source \"" + mart.source() + "\"; valid values: " + String.join(", ", sources));
        require(mart.also().isEmpty(), "from", "a mart of a plant's own reads one source; take out \"-- also:\"");
        String column = mart.partition().column();
        require(
                PARTITIONS.contains(mart.partition().source()),
                "partition",
                "a mart is rebuilt by day, output_day or week; \""
                        + mart.partition().source() + "\" is not one of them");
        require(mart.key().contains(column), "key", "\"" + column + "\", the partition, must be part of the key");
        ColumnType type = mart.partition().weekly() ? ColumnType.TEXT : ColumnType.DATE;
        require(
                mart.column(column).type() == type,
                column,
                "\"" + column + "\", the partition, must be of type " + type.word());
        mart.columns().forEach(this::column);
        require(
                mart.key().size() < mart.columns().size(),
                "key",
                "every column is part of the key; add a column that counts");
    }

    private void column(MartColumn column) {
        String name = column.name();
        require(
                name.matches("[a-z][a-z0-9_]*") && !TAKEN.contains(name),
                name,
                "\"" + name + "\" is not a valid column name; use lower-case letters, digits and _, and none of "
                        + String.join(", ", TAKEN.stream().sorted().toList()));
        boolean right =
                mart.key().contains(name) ? KEY_TYPES.contains(column.type()) : column.type() == ColumnType.BIGINT;
        require(
                right,
                name,
                mart.key().contains(name)
                        ? "\"" + name + "\" is part of the key, so it must be of type text, date or integer"
                        : "\"" + name + "\" is not part of the key, so it must be a count, of type bigint");
    }

    private void sql() {
        PortableSql.offences(mart.select()).stream().findFirst().ifPresent(offence -> {
            throw file.wrongAt(
                    offence.place(), "\"" + offence.text().strip() + "\" is not in the SQL of marts: " + offence.why());
        });
        String sql = PortableSql.bare(mart.select());
        FOREIGN.matcher(sql).results().findFirst().ifPresent(found -> {
            throw file.wrongAt(
                    found.start(),
                    "\"" + found.group() + "\" does not fit a mart: it is one SELECT with FROM, WHERE and GROUP BY");
        });
        List<MatchResult> tables = TABLE.matcher(sql)
                .results()
                .filter(found -> !RuleTables.names().contains(found.group(1)))
                .toList();
        tables.stream()
                .filter(found -> !found.group(1).equals(table()) || found != tables.get(0))
                .findFirst()
                .ifPresent(found -> {
                    throw file.wrongAt(
                            found.start(),
                            "a mart reads " + table() + " once, and tables of rules; take out \"" + found.group(1)
                                    + "\"");
                });
    }

    private void shape() {
        Select select = parsed();
        Optional<Select> inner = inner(select);
        names(select);
        String from = inner.orElse(select).from();
        boolean units = !table().endsWith("_master_log");
        Matcher log = Pattern.compile(table() + "\\b[^,]*", Pattern.DOTALL).matcher(SqlMask.of(from));
        require(
                units ? from.equals(table()) && inner.isEmpty() : log.matches(),
                atClause("from"),
                units
                        ? "FROM must be " + table() + " alone, without another name"
                        : "FROM must begin with " + table() + ", and other tables follow by join");
        inner.ifPresent(this::unitsOf);
        boolean plain = units || inner.isPresent();
        mart.key().forEach(key -> key(select, key, plain));
        grouped(select);
        partition(inner.orElse(select));
        mart.columnNames().stream().filter(name -> !mart.key().contains(name)).forEach(name -> count(select, name));
    }

    private Select parsed() {
        try {
            return Select.parse(mart.select());
        } catch (IllegalArgumentException e) {
            throw file.wrongAt(0, "the SELECT must be items, FROM, WHERE and GROUP BY, its keywords in lower case");
        }
    }

    private Optional<Select> inner(Select select) {
        try {
            return select.inner();
        } catch (IllegalArgumentException e) {
            throw file.wrongAt(at("("), "the SELECT in brackets must be items, FROM, WHERE and GROUP BY");
        }
    }

    private void names(Select select) {
        Set<String> given = new LinkedHashSet<>(
                select.items().stream().map(Select.Item::name).toList());
        mart.columnNames()
                .forEach(name -> require(
                        given.contains(name),
                        name,
                        "the SELECT has nothing called \"" + name + "\"; name it with \"as " + name + "\""));
        given.removeAll(mart.columnNames());
        given.stream().findFirst().ifPresent(name -> {
            throw file.wrongAt(
                    at(name), "the SELECT gives \"" + name + "\", but the header has no such column; add or remove it");
        });
    }

    /** A SELECT in brackets groups records to units, each within one day or week. */
    private void unitsOf(Select inner) {
        List<String> grouped = inner.items().stream()
                .filter(item -> inner.groups().contains(item.expression()))
                .map(Select.Item::name)
                .toList();
        Stream.concat(Stream.of("serial_number"), mart.key().stream())
                .forEach(key -> require(
                        grouped.contains(key),
                        atClause("group by"),
                        "the SELECT in brackets groups records to units: it must give \"" + key
                                + "\" and group by it"));
    }

    private void key(Select select, String key, boolean plain) {
        String expression = select.item(key).expression();
        require(
                !plain || expression.matches("(\\w+\\.)?" + key),
                at(expression),
                "\"" + key + "\" must be that of the units as it is, not \"" + expression + "\"");
    }

    private void grouped(Select select) {
        Set<String> keys = new LinkedHashSet<>(
                mart.key().stream().map(key -> select.item(key).expression()).toList());
        require(
                keys.equals(new LinkedHashSet<>(select.groups())),
                atClause("group by"),
                "the SELECT must group by its key and by nothing else: " + String.join(", ", keys) + "; it groups by "
                        + (select.groups().isEmpty() ? "nothing" : String.join(", ", select.groups())));
    }

    private void partition(Select records) {
        Partition partition = mart.partition();
        String expression = records.item(partition.column()).expression();
        require(
                expression.matches("(\\w+\\.)?" + partition.source()),
                at(expression),
                "\"" + partition.column() + "\" must be the column " + partition.source() + " of " + table()
                        + " as it is, so that a changed one is rebuilt alone; it is \"" + expression + "\"");
    }

    private void count(Select select, String name) {
        String expression = select.item(name).expression();
        try {
            RowContribution.of(expression);
        } catch (IllegalArgumentException e) {
            throw file.wrongAt(at(expression), "no row has a contribution to \"" + name + "\"" + COUNTS);
        }
    }

    /** The table that its records or units stand in. */
    private String table() {
        return known.units().stream().anyMatch(unit -> unit.name().equals(mart.source()))
                ? mart.source()
                : known.feeds().named(mart.source()).masterLog();
    }

    private int at(String text) {
        return Math.max(0, mart.select().indexOf(text));
    }

    private int atClause(String word) {
        return Math.max(0, mart.select().lastIndexOf(word));
    }

    private void require(boolean kept, String factOrColumn, String problem) {
        if (!kept) {
            throw file.wrong(factOrColumn, problem);
        }
    }

    private void require(boolean kept, int place, String problem) {
        if (!kept) {
            throw file.wrongAt(place, problem);
        }
    }
}
