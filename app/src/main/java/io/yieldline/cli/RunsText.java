package io.yieldline.cli;

import io.yieldline.operation.CsvTable;
import io.yieldline.operation.ask.RunsOperation.Found;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Row;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs as text. */
final class RunsText {
    private RunsText() {}

    static void print(Found found, Console console) {
        if (found.runs().rows().isEmpty()) {
            console.line("None.");
        } else if (found.steps() == null) {
            console.table(list(found.runs()));
        } else {
            details(found.runs()).forEach(console::line);
            print(found.steps(), console);
        }
    }

    private static void print(Table steps, Console console) {
        if (!steps.rows().isEmpty()) {
            console.line("");
            console.table(new Table(
                    List.of("step", "ended", "took", "result"),
                    steps.named().map(RunsText::step).toList()));
        }
    }

    private static List<@Nullable Object> step(Row step) {
        boolean ended = step.value("milliseconds") != null;
        return Arrays.asList(
                step.value("step"),
                ended ? word(step.value("outcome")) : "unfinished",
                ended ? DurationFormat.of(step.number("milliseconds") / 1000.0) : null,
                step.value("result"));
    }

    /** The runs; one run has its steps in it. */
    static Table all(Found found) {
        return found.steps() == null ? found.runs() : found.runs().with("steps", run -> found.steps());
    }

    /** One line per run: its outcome and result, or its error. */
    private static Table list(Table runs) {
        return new Table(
                List.of("run", "operation", "started", "took", "by", "ended", "result"),
                runs.rows().stream().map(row -> line(runs, row)).toList());
    }

    /** All details of a run, one per line. */
    private static List<String> details(Table runs) {
        List<@Nullable Object> row = runs.rows().get(0);
        return IntStream.range(0, row.size())
                .filter(i -> row.get(i) != null)
                .mapToObj(i -> String.format("%-12s%s", runs.columns().get(i), CsvTable.text(row.get(i))))
                .toList();
    }

    private static String word(@Nullable Object outcome) {
        return String.valueOf(outcome).replace('_', ' ');
    }

    private static List<@Nullable Object> line(Table runs, List<@Nullable Object> row) {
        Object ended = value(runs, row, "ended_at");
        return Arrays.asList(
                value(runs, row, "run"),
                value(runs, row, "operation"),
                value(runs, row, "started_at"),
                took(value(runs, row, "started_at"), ended),
                value(runs, row, "user") + " (" + value(runs, row, "caller") + ")",
                ended == null ? "unfinished" : word(value(runs, row, "outcome")),
                Stream.of("error", "summary")
                        .map(column -> value(runs, row, column))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    private static @Nullable String took(@Nullable Object started, @Nullable Object ended) {
        return started instanceof LocalDateTime from && ended instanceof LocalDateTime to
                ? DurationFormat.of(Duration.between(from, to).toSeconds())
                : null;
    }

    private static @Nullable Object value(Table runs, List<@Nullable Object> row, String column) {
        return row.get(runs.columns().indexOf(column));
    }
}
