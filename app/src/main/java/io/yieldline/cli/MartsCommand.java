package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.mart.Mart;
import io.yieldline.mart.Marts;
import io.yieldline.mart.Views;
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
        mixinStandardHelpOptions = true,
        header = "List the marts and views, or the columns of a mart.",
        description = "A mart is a SQL file; one in the plant's marts/ folder adds to the built-in ones.",
        footer = {"", "Examples:", "  yieldline marts", "  yieldline marts station_yield_daily"})
final class MartsCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    YieldlineCommand parent;

    @Parameters(arity = "0..1", paramLabel = "MART", description = "Mart to describe.")
    @Nullable
    String mart;

    @Override
    public Integer call() {
        YieldlineCommand options = Objects.requireNonNull(parent);
        Marts marts = Marts.of(options.plantHome());
        Console console = options.console();
        if (console.json()) {
            console.json(mart == null ? marts.all() : known(mart, marts));
        } else if (mart == null) {
            console.table(new Table(
                    List.of("mart", "from", "grain"),
                    marts.all().stream().map(MartsCommand::row).toList()));
            console.line("");
            console.line("Views:");
            Views.names().forEach(view -> console.line("  " + view));
            printRefused(marts, console);
        } else {
            printColumns(known(mart, marts), console);
        }
        return ExitCode.DONE.number();
    }

    private static void printRefused(Marts marts, Console console) {
        if (!marts.refused().isEmpty()) {
            console.line("");
            console.line("Refused:");
            marts.refused().forEach(mart -> console.line("  " + mart.problem().getMessage()));
        }
    }

    private static Mart known(String name, Marts marts) {
        if (Views.names().contains(name)) {
            throw new UserError(
                    ExitCode.USAGE,
                    name + " is a view, not a mart; see its columns with: yieldline show " + name + " --limit 1");
        }
        return marts.get(name);
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

    private static List<Object> row(Mart mart) {
        return List.of(mart.name(), String.join(", ", mart.logs()), mart.grain());
    }
}
