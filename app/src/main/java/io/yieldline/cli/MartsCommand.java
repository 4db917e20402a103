package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.mart.Mart;
import io.yieldline.mart.Marts;
import io.yieldline.operation.ShowOperation;
import io.yieldline.warehouse.Table;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists marts and views. */
@Command(
        name = "marts",
        mixinStandardHelpOptions = true,
        header = "List the marts and views, or the columns of a mart.",
        footer = {"", "Examples:", "  yieldline marts", "  yieldline marts station_yield_daily"})
final class MartsCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    YieldlineCommand parent;

    @Parameters(arity = "0..1", paramLabel = "MART", description = "Show the columns of this mart.")
    @Nullable
    String mart;

    @Override
    public Integer call() {
        Console console = Objects.requireNonNull(parent).console();
        if (console.json()) {
            console.json(mart == null ? Marts.builtIn().all() : known(mart));
        } else if (mart == null) {
            console.table(new Table(
                    List.of("mart", "from", "grain"),
                    Marts.builtIn().all().stream().map(MartsCommand::row).toList()));
            console.line("");
            console.line("Views:");
            views().forEach(view -> console.line("  " + view));
        } else {
            printColumns(known(mart), console);
        }
        return ExitCode.DONE.number();
    }

    private static Mart known(String name) {
        if (views().contains(name)) {
            throw new UserError(
                    ExitCode.USAGE,
                    name + " is a view, not a mart; see its columns with: yieldline show " + name + " --limit 1");
        }
        return Marts.builtIn().get(name);
    }

    private static void printColumns(Mart mart, Console console) {
        console.line(mart.title() + "; " + mart.grain());
        console.table(new Table(
                List.of("column", "type", "meaning"),
                mart.columns().stream()
                        .map(column ->
                                List.<Object>of(column.name(), OptionParsers.word(column.type()), column.meaning()))
                        .toList()));
    }

    private static List<String> views() {
        List<String> marts = Marts.builtIn().all().stream().map(Mart::name).toList();
        return ShowOperation.tables().stream()
                .filter(table -> !marts.contains(table))
                .toList();
    }

    private static List<Object> row(Mart mart) {
        return List.of(mart.name(), mart.source(), mart.grain());
    }
}
