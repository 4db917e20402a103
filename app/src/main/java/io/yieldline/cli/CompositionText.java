package io.yieldline.cli;

import io.yieldline.Counted;
import io.yieldline.explain.Composition;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The composition of a view as text. */
final class CompositionText {
    private final Composition composition;
    private final int limit;
    private final Console console;

    CompositionText(Composition composition, int limit, Console console) {
        this.composition = composition;
        this.limit = limit;
        this.console = console;
    }

    void print() {
        console.line(composition.view() + ": " + composition.meaning());
        console.line(cell());
        print("row", composition.numbers());
        print("part", withoutCommands());
        if (!composition.parts().rows().isEmpty()) {
            console.line("");
            console.line("Explained by:");
            commands().stream().distinct().limit(limit).forEach(command -> console.line("  " + command));
        }
    }

    /** The commands are too long for a table; 0 of 0 has no value. */
    private Table withoutCommands() {
        Table parts = composition.parts();
        int last = parts.columns().size() - 1;
        int denominator = parts.columns().indexOf("denominator");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> part : parts.rows()) {
            List<@Nullable Object> row = new ArrayList<>(part.subList(0, last));
            if (Long.valueOf(0).equals(part.get(denominator))) {
                row.set(denominator + 1, "n/a");
            }
            rows.add(row);
        }
        return new Table(parts.columns().subList(0, last), rows);
    }

    private List<String> commands() {
        return composition.parts().rows().stream()
                .map(part -> String.valueOf(part.get(part.size() - 1)))
                .toList();
    }

    private String cell() {
        return composition.cell().isEmpty()
                ? "All of it."
                : composition.cell().entrySet().stream()
                        .map(key -> key.getKey() + " " + (key.getValue().isEmpty() ? "(blank)" : key.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private void print(String what, Table table) {
        int size = table.rows().size();
        console.line("");
        console.line(Counted.of(size, what)
                + (size == 0 ? "." : size > limit ? "; the first " + limit + ", --format csv lists all:" : ":"));
        if (size > 0) {
            console.table(new Table(
                    table.columns(), table.rows().stream().limit(limit).toList()));
        }
    }
}
