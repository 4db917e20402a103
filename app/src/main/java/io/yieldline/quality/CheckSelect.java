package io.yieldline.quality;

import io.yieldline.NameKey;
import io.yieldline.feed.Feed;
import io.yieldline.quality.Inspection.Window;
import io.yieldline.yaml.YamlNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The SELECT of a check, with placeholders. It can only read: anything but a single SELECT is refused, and it runs
 * as a subquery, which cannot change data on either engine.
 */
final class CheckSelect {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern WITHOUT_MEANING =
            Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern FORBIDDEN = Pattern.compile(
            "(?i)\\b(insert|update|delete|merge|into|create|drop|alter|truncate|grant|attach|copy|call|pragma|install)\\b");
    /** Other quoting styles of PostgreSQL could hide their content. */
    private static final Pattern HIDING = Pattern.compile("(?i)\\be'|\\$\\w*\\$");

    private static final Set<String> NAMES = Set.of(
            "feed",
            "names",
            "master_log",
            "history",
            "column",
            "from",
            "to",
            "today",
            "now",
            "statuses",
            "status_keys",
            "known",
            "known_keys");
    private static final Pattern DAYS_BEFORE = Pattern.compile("(from|to|today)-(\\d{1,4})");

    private static final Pattern COUNT = Pattern.compile(
            "(?is)select\\s+count\\((\\*|\\w+)\\)\\s+from\\s+\\$\\{master_log}\\s+where((?!\\b(select|group|order|limit|having|union|or)\\b).)*"
                    + "\\bday between \\$\\{from} and \\$\\{to}\\s*");

    /** Functions of the engines that give something else each time. */
    private static final Pattern MOMENT = Pattern.compile(
            "(?i)\\b(now|today|random|uuid|gen_random_uuid|nextval|age|(current|local|get_current|clock|statement|transaction)_?(date|time|timestamp))\\b");

    /** A table after FROM or JOIN, and a name that the SELECT gives itself. */
    private static final Pattern READ = Pattern.compile("(?i)(?<!distinct\\s)\\b(?:from|join)\\s+([^\\s(),]+)");

    private static final Pattern NAMED = Pattern.compile("(?i)\\b(\\w+)\\s+as\\s+(?:not\\s+materialized\\s+)?\\(");

    private final String text;

    private CheckSelect(String text) {
        this.text = text;
    }

    /** Parses and validates a SELECT. */
    static CheckSelect of(YamlNode yaml) {
        return of(yaml, yaml.text());
    }

    private static CheckSelect of(YamlNode yaml, String written) {
        String text = withoutComments(written);
        String bare = WITHOUT_MEANING.matcher(text).replaceAll(" ").strip();
        if (!bare.matches("(?is)(select|with)\\b.*") || bare.contains(";")) {
            throw yaml.wrong("must be a single SELECT, without a semicolon");
        }
        refuse(yaml, FORBIDDEN.matcher(bare), "a check must only read; remove \"");
        refuse(yaml, HIDING.matcher(text), "use plain quoted text; remove \"");
        refuse(yaml, Pattern.compile("\\?").matcher(bare), "values are placeholders such as ${from}; remove \"");
        PLACEHOLDER.matcher(text).results().forEach(found -> refuseUnknown(yaml, found.group(1)));
        return new CheckSelect(text);
    }

    /** A part of a SELECT, put between other text. */
    static CheckSelect part(String before, YamlNode yaml, String after) {
        return of(yaml, before + yaml.text() + after);
    }

    /** The part between SELECT and FROM for a feed and a column; it names no other placeholder. */
    String insertedFor(Feed feed, @Nullable String column) {
        String part = text.substring("select ".length(), text.lastIndexOf(" from ${master_log}"));
        return part.replace("${feed}", feed.name()).replace("${column}", column == null ? "" : column);
    }

    /** A placeholder in a comment would have an unused value. */
    private static String withoutComments(String text) {
        return WITHOUT_MEANING
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group().matches("(?s)(--|/\\*).*") ? " " : found.group()))
                .strip();
    }

    /** Whether it runs once per feed. */
    boolean eachFeed() {
        return text.contains("${master_log}");
    }

    /** Whether it runs once per column. */
    boolean eachColumn() {
        return text.contains("${column}");
    }

    /** Whether it counts records one by one: what it counts for all days is the sum of what it counts for the months. */
    boolean countsRecords() {
        return COUNT.matcher(text).matches();
    }

    /** Whether its answer changes with the clock. */
    boolean aboutNow() {
        return text.contains("${now}") || MOMENT.matcher(text).find();
    }

    /**
     * Refuses a SELECT that reads more than the records of a feed and what it says that it depends on: its answers would be carried on
     * although something else changed.
     */
    void limitedTo(Set<Dependency> depends, YamlNode yaml) {
        String bare = WITHOUT_MEANING.matcher(text).replaceAll(" ");
        Set<String> known = new HashSet<>(Set.of("${master_log}", "${history}"));
        if (depends.contains(Dependency.EXPORTS)) {
            known.addAll(List.of("export", "sighting"));
        }
        NAMED.matcher(bare).results().forEach(named -> known.add(named.group(1)));
        READ.matcher(bare).results().map(read -> read.group(1)).forEach(table -> {
            if (!known.contains(table) && !table.matches("\\w+_master_log|rule_\\w+")) {
                throw yaml.wrong("reads " + table + ", which depends_on does not name; remove depends_on");
            }
        });
        if (bare.matches("(?is).*\\b(from|join)\\s+[^\\s(]+(\\s+\\w+)?\\s*,.*")) {
            throw yaml.wrong("with depends_on, write join instead of a comma between tables");
        }
    }

    /** Whether it names the first or the last day of the inspection. */
    boolean limitedByDays() {
        return text.contains("${from") || text.contains("${to}") || text.contains("${to-");
    }

    /** The statement for a subject, with the values of its placeholders. */
    Bound bind(Subject subject, Inspection inspection, Window window) {
        List<@Nullable Object> values = new ArrayList<>();
        String sql = PLACEHOLDER
                .matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(word(found.group(1), subject, inspection, window, values)));
        return new Bound("(\n" + sql + "\n) z", values.toArray());
    }

    private static String word(
            String name, Subject subject, Inspection inspection, Window window, List<@Nullable Object> values) {
        Feed feed = subject.feed();
        String column = subject.column();
        return switch (name) {
            case "names" -> list(subject.names(), values);
            case "feed" -> feed == null ? "" : feed.name();
            case "master_log" -> feed == null ? "" : feed.masterLog();
            case "history" -> feed == null ? "" : feed.history();
            case "column" -> column == null ? "" : column;
            case "now" -> list(List.of(inspection.now()), values);
            case "statuses" -> list(inspection.plant().rules().verdicts().keySet(), values);
            case "status_keys" ->
                list(keys(inspection.plant().rules().verdicts().keySet()), values);
            case "known_keys" -> list(keys(known(column, inspection)), values);
            case "known" -> list(known(column, inspection), values);
            default -> list(List.of(day(name, inspection, window)), values);
        };
    }

    /** Without known names, no name is unknown: a null in an SQL list has this effect. */
    private static String list(Collection<?> items, List<@Nullable Object> values) {
        if (items.isEmpty()) {
            return "null";
        }
        values.addAll(items);
        return String.join(", ", Collections.nCopies(items.size(), "?"));
    }

    private static List<String> keys(Collection<String> names) {
        return names.stream().map(NameKey::of).toList();
    }

    private static List<String> known(@Nullable String column, Inspection inspection) {
        return inspection
                .settings()
                .knownNames()
                .getOrDefault(column == null ? "" : column.toLowerCase(Locale.ROOT), List.of());
    }

    private static LocalDate day(String name, Inspection inspection, Window window) {
        int minus = name.indexOf('-');
        long before = minus < 0 ? 0 : Long.parseLong(name.substring(minus + 1));
        LocalDate day = switch (minus < 0 ? name : name.substring(0, minus)) {
            case "from" -> window.from();
            case "to" -> window.to();
            default -> inspection.today();
        };
        return day.getYear() < 100 ? day : day.minusDays(before);
    }

    private static void refuse(YamlNode yaml, Matcher forbidden, String why) {
        if (forbidden.find()) {
            throw yaml.wrong(why + forbidden.group() + "\"");
        }
    }

    private static void refuseUnknown(YamlNode yaml, String name) {
        if (!NAMES.contains(name) && !DAYS_BEFORE.matcher(name).matches()) {
            throw yaml.wrong("unknown placeholder \"" + name + "\"; valid values: "
                    + String.join(", ", NAMES.stream().sorted().toList()) + ", and days before such as from-28");
        }
    }

    /**
     * What a SELECT is about.
     *
     * @param feed the feed; null for the whole plant
     * @param column a column of it; null for all
     * @param names the names that the check selects; empty if it selects none
     */
    record Subject(@Nullable Feed feed, @Nullable String column, List<String> names) {}

    /**
     * A statement as a subquery named z, and its parameter values.
     *
     * @param subquery the subquery for FROM
     */
    record Bound(String subquery, @Nullable Object[] values) {}
}
