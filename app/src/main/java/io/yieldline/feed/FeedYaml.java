package io.yieldline.feed;

import io.yieldline.InvalidInput;
import io.yieldline.TimeInput;
import io.yieldline.feed.Column.Required;
import io.yieldline.feed.Column.Use;
import io.yieldline.yaml.YamlNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and validates the definition of a feed. */
final class FeedYaml {
    private static final String NAME = "[a-z][a-z0-9_]{0,39}";
    private static final Map<String, ColumnType> TYPES = Map.of(
            "text", ColumnType.TEXT,
            "identifier", ColumnType.IDENTIFIER,
            "timestamp", ColumnType.TIMESTAMP,
            "integer", ColumnType.INTEGER,
            "decimal", ColumnType.DECIMAL);
    private static final List<String> RESERVED = Stream.concat(
                    Stream.of("identity", "content", "export_id", "row_number"), derivedNames())
            .toList();

    /** SQL keywords, which are not valid column names. */
    private static final Set<String> SQL_WORDS = Set.of(
            ("all and any array as asc between both case cast check collate column constraint create cross current_date"
                            + " default desc distinct do else end except exists false fetch for foreign from full grant group"
                            + " having in inner intersect into is join lateral leading left like limit natural not null"
                            + " offset on only or order outer overlaps primary references returning right select some"
                            + " symmetric table then to trailing true union unique user using values when where window with")
                    .split(" "));

    private static final List<String> TIMES = List.of("started_at", "ended_at");
    private static final List<String> TEXTS = List.of("serial_number", "station", "status", "flow", "failure_reasons");

    private FeedYaml() {}

    static Feed feed(YamlNode yaml) {
        yaml.entries(List.of("feed", "title", "zone", "blanks", "columns"));
        YamlNode columns = yaml.get("columns");
        Feed feed = new Feed(
                name(yaml.get("feed")),
                yaml.get("title").text(),
                zone(yaml.get("zone")),
                columns.entries().entrySet().stream()
                        .map(entry -> column(entry.getKey(), entry.getValue()))
                        .toList(),
                yaml.find("blanks").map(YamlNode::texts).orElse(Feed.BLANKS),
                List.of());
        checkEvent(feed, columns);
        checkHeaders(feed, columns);
        return feed;
    }

    private static Column column(String name, YamlNode yaml) {
        yaml.entries(List.of("header", "type", "required", "use", "clean", "when_blank"));
        checkColumnName(name, yaml);
        return new Column(
                name,
                headers(yaml.get("header")),
                yaml.find("type").map(FeedYaml::type).orElse(ColumnType.TEXT),
                yaml.find("required").map(node -> word(node, Required.class)).orElse(Required.NO),
                yaml.find("use").map(node -> word(node, Use.class)).orElse(Use.CONTENT),
                yaml.find("clean")
                        .map(node -> node.oneOf(List.of("letters_and_digits")))
                        .isPresent(),
                yaml.find("when_blank").map(YamlNode::text).orElse(null));
    }

    private static void checkColumnName(String name, YamlNode yaml) {
        if (!name.matches(NAME)) {
            throw yaml.wrong("\"" + name + "\" is not a valid column name; use lower-case letters, digits and _");
        }
        if (RESERVED.contains(name)) {
            throw yaml.wrong("\"" + name + "\" is reserved by Yieldline; choose another name");
        }
        if (SQL_WORDS.contains(name)) {
            throw yaml.wrong("\"" + name + "\" is an SQL keyword and not a valid column name; choose another name");
        }
    }

    private static String name(YamlNode yaml) {
        if (!yaml.text().matches(NAME)) {
            throw yaml.wrong("\"" + yaml.text() + "\" is not a valid feed name; use lower-case letters, digits and _");
        }
        return yaml.text();
    }

    private static @Nullable ZoneId zone(YamlNode yaml) {
        try {
            return yaml.text().equals("plant") ? null : TimeInput.zone(yaml.text());
        } catch (InvalidInput e) {
            throw yaml.wrong(e.getMessage() + ", or plant");
        }
    }

    private static List<String> headers(YamlNode yaml) {
        List<String> headers = yaml.texts();
        if (headers.isEmpty()
                || headers.stream().anyMatch(header -> HeaderMatch.key(header).isEmpty())) {
            throw yaml.wrong("must list at least one header, each with a letter or digit");
        }
        return headers;
    }

    private static ColumnType type(YamlNode yaml) {
        yaml.oneOf(TYPES.keySet().stream().sorted().toList());
        return TYPES.getOrDefault(yaml.text(), ColumnType.TEXT);
    }

    private static <E extends Enum<E>> E word(YamlNode yaml, Class<E> words) {
        List<String> known = Stream.of(words.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        return Enum.valueOf(words, yaml.oneOf(known).toUpperCase(Locale.ROOT));
    }

    private static void checkEvent(Feed feed, YamlNode columns) {
        List<String> missing = new ArrayList<>(Feed.EVENT);
        feed.storedColumns().forEach(column -> missing.remove(column.name()));
        if (!missing.isEmpty()) {
            throw columns.wrong("column \"" + missing.get(0) + "\" is missing; every feed needs these columns: "
                    + String.join(", ", Feed.EVENT));
        }
        feed.storedColumns().forEach(column -> checkType(column, columns.get(column.name())));
        feed.columns().forEach(column -> checkStandIn(feed, column, columns.get(column.name())));
        Feed.EVENT.forEach(name -> checkEvent(feed, feed.column(name).orElseThrow(), columns.get(name)));
    }

    private static void checkType(Column column, YamlNode yaml) {
        boolean text = column.type() == ColumnType.TEXT || column.type() == ColumnType.IDENTIFIER;
        if (TIMES.contains(column.name()) && column.type() != ColumnType.TIMESTAMP) {
            throw yaml.wrong("\"" + column.name() + "\" must have type timestamp");
        }
        if (TEXTS.contains(column.name()) && !text) {
            throw yaml.wrong("\"" + column.name() + "\" must be text, because verdicts depend on it");
        }
        if (TEXTS.contains(column.name()) && column.use() == Use.ATTRIBUTE) {
            throw yaml.wrong("\"" + column.name() + "\" must not have use: attribute, because verdicts depend on it");
        }
    }

    private static void checkEvent(Feed feed, Column column, YamlNode yaml) {
        if (column.use() != Use.IDENTITY) {
            throw yaml.wrong("\"" + column.name() + "\" must have use: identity, because it distinguishes events");
        }
        boolean filled = Stream.of(column.name(), column.whenBlank())
                .flatMap(name -> name == null ? Stream.empty() : feed.column(name).stream())
                .anyMatch(source -> source.required() == Required.VALUE);
        if (!filled) {
            throw yaml.wrong(
                    "\"" + column.name() + "\" must have required: value, or when_blank with a column that has");
        }
    }

    private static void checkStandIn(Feed feed, Column column, YamlNode yaml) {
        String name = column.whenBlank();
        if (name == null) {
            return;
        }
        Column standIn = feed.column(name)
                .orElseThrow(() -> yaml.get("when_blank").wrong("there is no column \"" + name + "\""));
        if (standIn.type() != column.type()) {
            throw yaml.get("when_blank").wrong("\"" + name + "\" has another type and cannot replace it");
        }
    }

    private static void checkHeaders(Feed feed, YamlNode columns) {
        Map<String, String> owners = new HashMap<>();
        for (Column column : feed.columns()) {
            for (String header : column.headers()) {
                String owner = owners.put(HeaderMatch.key(header), column.name());
                if (owner != null) {
                    throw columns.get(column.name())
                            .get("header")
                            .wrong("header \"" + header + "\" belongs to column \"" + owner + "\" already");
                }
            }
        }
    }

    /** Without those that an export may have itself; its column then takes the place of the derived one. */
    private static Stream<String> derivedNames() {
        return Stream.of(Derived.values())
                .filter(derived -> derived != Derived.ERROR_CODE && derived != Derived.SHIFT)
                .map(Derived::column);
    }
}
