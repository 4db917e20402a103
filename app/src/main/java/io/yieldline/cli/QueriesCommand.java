package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.QueriesOperation;
import io.yieldline.operation.ask.QueriesOperation.Action;
import io.yieldline.operation.ask.QueriesOperation.Outcome;
import io.yieldline.query.SavedQuery;
import io.yieldline.warehouse.Table;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists and changes saved queries. */
@Command(
        mixinStandardHelpOptions = true,
        header = QueriesOperation.PURPOSE,
        description = "Saved queries are for everybody who may query. History lists what was asked, newest first.",
        footer = {
            "",
            "Examples:",
            "  yieldline queries",
            "  yieldline queries save worst --title \"Worst stations\" --file worst.sql",
            "  yieldline queries show worst",
            "  yieldline queries remove worst",
            "  yieldline queries history --limit 20"
        })
final class QueriesCommand extends PlantCommand<QueriesOperation.Parameters, Outcome> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ACTION",
            defaultValue = "list",
            description = "list (default), show, save, remove or history.")
    Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "The name of the query.")
    @Nullable
    String name;

    @Parameters(index = "2", arity = "0..1", paramLabel = "SQL", description = "The SELECT to save.")
    @Nullable
    String sql;

    @Option(names = "--file", paramLabel = "FILE", description = "Read the SELECT to save from this file.")
    @Nullable
    Path file;

    @Option(names = "--title", paramLabel = "TEXT", description = "What the query answers, in a few words.")
    @Nullable
    String title;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            converter = OptionParsers.Limit.class,
            description = "Maximum number of entries of the history (default: 50).")
    int limit = 50;

    @Mixin
    FormatOption format = new FormatOption();

    @Override
    Operation<QueriesOperation.Parameters, Outcome> operation() {
        return new QueriesOperation();
    }

    @Override
    QueriesOperation.Parameters parameters() {
        return new QueriesOperation.Parameters(
                action, name, title, file == null ? sql : OptionParsers.text(file), limit);
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    Object json(Outcome outcome) {
        Table table = outcome.table();
        SavedQuery query = outcome.query();
        return table != null ? table : query != null ? query : outcome;
    }

    @Override
    void print(Outcome outcome, Console console) {
        Table table = outcome.table();
        if (table != null) {
            format.print(table, console, () -> console.tableOrNone(table));
        } else if (action == Action.SHOW) {
            console.text(Objects.requireNonNull(outcome.query()).sql() + "\n");
        } else {
            console.sentence(outcome.summary());
        }
    }
}
