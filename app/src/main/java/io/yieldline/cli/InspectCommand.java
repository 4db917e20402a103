package io.yieldline.cli;

import io.yieldline.Counted;
import io.yieldline.explain.DebugResult.Part;
import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.DebugOperation;
import io.yieldline.operation.ask.DebugOperation.Looked;
import io.yieldline.operation.ask.DebugOperation.Question;
import io.yieldline.warehouse.Table;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A tool of {@code debug}: it returns several tables; CSV prints the first. */
abstract class InspectCommand extends PlantCommand<Question, Looked> {
    @Mixin
    FormatOption format = new FormatOption();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            converter = OptionParsers.Limit.class,
            description = "Maximum number of rows in each text table (default: 50).")
    int limit = 50;

    @Override
    Operation<Question, Looked> operation() {
        return new DebugOperation();
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    Object json(Looked result) {
        return result.answer();
    }

    @Override
    void print(Looked result, Console console) {
        switch (format.format) {
            case TABLE -> printText(result, console);
            case CSV -> console.csv(result.answer().parts().get(0).table());
            case JSON -> console.json(result.answer());
        }
    }

    private void printText(Looked result, Console console) {
        result.answer().parts().stream()
                .filter(part -> !part.table().rows().isEmpty())
                .forEach(part -> print(part, console));
        console.line(result.summary() + ".");
    }

    private void print(Part part, Console console) {
        int size = part.table().rows().size();
        String more = size > limit
                ? "; the first " + limit + " of " + Counted.of(size, "row") + ", --format csv lists all"
                : "";
        console.line(part.title() + more + ":");
        console.table(new Table(
                part.table().columns(),
                part.table().rows().stream().limit(limit).toList()));
        console.line("");
    }
}
