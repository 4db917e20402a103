package io.yieldline.cli;

import io.yieldline.Counted;
import io.yieldline.explain.Explanation;
import io.yieldline.explain.Explanation.Quotient;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An explanation as text: the definition, the counted records, and the rows left out. */
final class ExplainText {
    /** The variable part of a reason: row, day, condition. */
    private static final Pattern KIND = Pattern.compile("(:| of export| by export| in (day|week) ).*", Pattern.DOTALL);

    private final Explanation explanation;
    private final int limit;
    private final Console console;

    ExplainText(Explanation explanation, int limit, Console console) {
        this.explanation = explanation;
        this.limit = limit;
        this.console = console;
    }

    void print() {
        console.line(explanation.title() + "; " + explanation.grain());
        console.line(cell());
        console.line("");
        console.table(counts());
        explanation.ratios().forEach(ratio -> console.line(text(ratio)));
        if (!explanation.scope().isEmpty()) {
            console.line("Counted where " + String.join(" and ", explanation.scope()) + ".");
        }
        explanation.notes().forEach(console::line);
        print(Counted.of(explanation.records().rows().size(), "record") + " counted", explanation.records());
        print(Counted.of(explanation.leftOut().rows().size(), "row") + " left out" + reasons(), explanation.leftOut());
    }

    private String cell() {
        return explanation.cell().isEmpty()
                ? "All of it."
                : explanation.cell().entrySet().stream()
                        .map(key -> key.getKey() + " " + (key.getValue().isEmpty() ? "(blank)" : key.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private Table counts() {
        return new Table(
                List.of("count", "number", "meaning", "formula"),
                explanation.counts().stream()
                        .map(count -> List.<Object>of(
                                count.name(),
                                count.listed(),
                                count.meaning(),
                                count.formula().replaceAll("\\s+", " ")))
                        .toList());
    }

    private static String text(Quotient ratio) {
        String value = ratio.percent() == null ? "n/a" : ratio.percent() + " %";
        return String.format(
                Locale.ROOT,
                "%s = %s = %,d / %,d = %s: %s",
                ratio.name(),
                ratio.formula(),
                ratio.numerator(),
                ratio.denominator(),
                value,
                ratio.meaning());
    }

    /** The number of rows per kind of reason. */
    private String reasons() {
        Map<String, Long> kinds = explanation.leftOut().rows().stream()
                .map(row -> KIND.matcher(String.valueOf(row.get(0))).replaceFirst(""))
                .collect(Collectors.groupingBy(kind -> kind, LinkedHashMap::new, Collectors.counting()));
        return kinds.entrySet().stream()
                .map(kind -> String.format(Locale.ROOT, "%,d %s", kind.getValue(), kind.getKey()))
                .collect(Collectors.joining(", ", kinds.isEmpty() ? "" : " (", kinds.isEmpty() ? "" : ")"));
    }

    private void print(String title, Table table) {
        int size = table.rows().size();
        String more = size > limit ? "; the first " + limit + ", --format csv lists all" : "";
        console.line("");
        console.line(title + (size == 0 ? "." : more + ":"));
        if (size > 0) {
            console.table(narrow(table));
        }
    }

    /** Without the requested keys, and with file names without directories, to fit on a screen. */
    private Table narrow(Table table) {
        int file = table.columns().indexOf("file");
        int[] kept = IntStream.range(0, table.columns().size())
                .filter(i -> !explanation.cell().containsKey(table.columns().get(i)))
                .toArray();
        return new Table(
                IntStream.of(kept).mapToObj(table.columns()::get).toList(),
                table.rows().stream()
                        .limit(limit)
                        .map(row -> narrow(row, kept, file))
                        .toList());
    }

    private static List<@Nullable Object> narrow(List<@Nullable Object> row, int[] kept, int file) {
        List<@Nullable Object> narrow = new ArrayList<>();
        for (int i : kept) {
            Object value = row.get(i);
            narrow.add(i == file ? String.valueOf(value).replaceFirst(".*[/\\\\]", "") : value);
        }
        return narrow;
    }
}
