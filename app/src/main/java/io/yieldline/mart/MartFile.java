package io.yieldline.mart;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.feed.ColumnType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parses the file of a mart: header comments, one property per line, then the SELECT. */
final class MartFile {
    private static final Pattern HEADER = Pattern.compile("-- (\\w+): (\\S.*)");
    private static final Pattern COLUMN = Pattern.compile("(\\w+) (\\w+) \\| (\\S.*)");
    private static final Pattern RATIO = Pattern.compile("(\\w+) = (\\w[\\w +]*) of (\\w[\\w +]*) \\| (\\S.*)");
    private static final Pattern PARTITION = Pattern.compile("(\\w+)(?: as (\\w+))?");
    private static final List<String> FACTS = List.of("title", "grain", "key", "from", "partition");
    private static final String STEP = "step";
    private static final String ALSO = "also";
    private static final List<String> OPTIONAL = List.of(ALSO, STEP);
    private static final List<String> TYPES = List.of("text", "date", "timestamp", "integer", "bigint");

    private final String file;
    private final Map<String, Line> facts = new HashMap<>();
    private final Map<String, Line> places = new HashMap<>();
    private final List<MartColumn> columns = new ArrayList<>();
    private final List<MartRatio> ratios = new ArrayList<>();
    private final Line select;

    private MartFile(String file, List<String> lines) {
        this.file = file;
        int header =
                (int) lines.stream().takeWhile(line -> line.startsWith("--")).count();
        for (int i = 0; i < header; i++) {
            read(new Line(i + 1, lines.get(i)));
        }
        this.select = new Line(header + 1, String.join("\n", lines.subList(header, lines.size())));
    }

    /** The mart in a text; its name is that of the file. */
    static Mart parse(String file, String text) {
        return read(file, text).mart();
    }

    /** The header of a text, line by line, and what follows it. */
    static MartFile read(String file, String text) {
        return new MartFile(file, text.lines().toList());
    }

    Mart mart() {
        FACTS.forEach(fact -> require(facts.containsKey(fact), select, "\"-- " + fact + ":\" is missing above"));
        require(!columns.isEmpty(), select, "\"-- column:\" is missing above");
        require(
                select.text().startsWith("select") && !select.text().contains(";"),
                select,
                "one SELECT must follow the header, without a semicolon and with its keywords in lower case");
        return new Mart(
                file.replaceAll(".*[/\\\\]|\\.sql$", ""),
                fact("title").text(),
                fact("grain").text(),
                key(fact("key")),
                fact("from").text(),
                also(),
                partition(fact("partition")),
                step(),
                List.copyOf(columns),
                List.copyOf(ratios),
                select.text().strip());
    }

    /** The error for a fact of the header, or for one of its columns by name. */
    UserError wrong(String factOrColumn, String problem) {
        return error(places.getOrDefault(factOrColumn, facts.getOrDefault(factOrColumn, select)), problem);
    }

    /** The error for a place in the SELECT. */
    UserError wrongAt(int place, String problem) {
        int line = (int)
                select.text().substring(0, place).chars().filter(c -> c == '\n').count();
        return error(new Line(select.number() + line, ""), problem);
    }

    /** The error for a line of the SELECT, from 1. */
    UserError wrongInLine(int line, String problem) {
        return error(new Line(select.number() + line - 1, ""), problem);
    }

    private void read(Line line) {
        Matcher header = HEADER.matcher(line.text());
        require(header.matches(), line, "must be \"-- name: value\"");
        Line value = new Line(line.number(), header.group(2));
        if (header.group(1).equals("column")) {
            columns.add(column(value));
            places.put(columns.get(columns.size() - 1).name(), value);
        } else if (header.group(1).equals("ratio")) {
            ratios.add(ratio(value));
        } else {
            require(
                    FACTS.contains(header.group(1)) || OPTIONAL.contains(header.group(1)),
                    line,
                    "unknown \"" + header.group(1) + "\"; valid values: " + known());
            require(
                    facts.put(header.group(1), value) == null,
                    line,
                    "\"" + header.group(1) + "\" appears twice; keep one");
        }
    }

    private MartColumn column(Line line) {
        Matcher column = COLUMN.matcher(line.text());
        require(column.matches(), line, "a column must be \"name type | meaning\"");
        String type = column.group(2);
        require(TYPES.contains(type), line, "unknown type \"" + type + "\"; valid values: " + String.join(", ", TYPES));
        return new MartColumn(column.group(1), ColumnType.valueOf(type.toUpperCase(Locale.ROOT)), column.group(3));
    }

    private MartRatio ratio(Line line) {
        Matcher ratio = RATIO.matcher(line.text());
        require(ratio.matches(), line, "a ratio must be \"name = count of count + count | meaning\"");
        return new MartRatio(
                ratio.group(1), counts(ratio.group(2), line), counts(ratio.group(3), line), ratio.group(4));
    }

    private List<String> counts(String sum, Line line) {
        List<String> counts = List.of(sum.split(" *\\+ *"));
        counts.forEach(count -> requireColumn(count, line));
        return counts;
    }

    private List<String> key(Line line) {
        List<String> key = List.of(line.text().split(",\\s*"));
        key.forEach(column -> requireColumn(column, line));
        return key;
    }

    private Partition partition(Line line) {
        Matcher partition = PARTITION.matcher(line.text());
        require(partition.matches(), line, "a partition must be \"column\" or \"source column as column\"");
        String source = partition.group(1);
        String column = partition.group(2) == null ? source : partition.group(2);
        requireColumn(column, line);
        return new Partition(column, source);
    }

    private List<String> also() {
        Line line = facts.get(ALSO);
        return line == null ? List.of() : List.of(line.text().split(",\\s*"));
    }

    private RefreshStep step() {
        Line line = facts.get(STEP);
        if (line == null) {
            return RefreshStep.OTHER;
        }
        Optional<RefreshStep> step = RefreshStep.of(line.text());
        require(
                step.isPresent(),
                line,
                "unknown step \"" + line.text() + "\"; valid values: " + String.join(", ", RefreshStep.labels()));
        return step.orElseThrow();
    }

    private Line fact(String name) {
        return Objects.requireNonNull(facts.get(name), name);
    }

    private void requireColumn(String name, Line line) {
        String names = columns.stream().map(MartColumn::name).collect(Collectors.joining(", "));
        require(
                columns.stream().anyMatch(column -> column.name().equals(name)),
                line,
                "\"" + name + "\" is not a column; valid columns: " + names);
    }

    private void require(boolean right, Line line, String problem) {
        if (!right) {
            throw error(line, problem);
        }
    }

    private UserError error(Line line, String problem) {
        return new UserError(ExitCode.USAGE, file + ":" + line.number() + ": " + problem);
    }

    private static String known() {
        return String.join(", ", FACTS) + ", step, column, ratio";
    }

    private record Line(int number, String text) {}
}
