package io.yieldline.cli;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.backup.Effect;
import io.yieldline.operation.Caller;
import io.yieldline.operation.Runner;
import io.yieldline.operation.change.Changed;
import io.yieldline.warehouse.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A destructive command: shows the effects first, and requires {@code --yes} or the name of the plant. */
abstract class DestructiveCommand<P> extends PlantCommand<P, Changed> {
    @Option(names = "--dry-run", description = "Show what would change, but change nothing.")
    boolean dryRun;

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    boolean yes;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Reason for the change, for the run log.")
    @Nullable
    String reason;

    abstract P parameters(boolean dry);

    @Override
    P parameters() {
        return parameters(dryRun);
    }

    @Override
    Caller caller() {
        return new Caller(super.caller().trigger(), super.caller().user(), reason);
    }

    @Override
    Changed work(Runner runner, P parameters, CliProgress progress, Console console) {
        if (!dryRun && !yes) {
            confirm(runner.ask(operation(), parameters(true), progress), console);
        }
        return dryRun ? runner.ask(operation(), parameters, progress) : runner.run(operation(), parameters, progress);
    }

    @Override
    void print(Changed changed, Console console) {
        changed.steps().forEach(step -> console.line("  " + step));
        if (!changed.effects().isEmpty()) {
            console.table(table(changed.effects(), changed.dryRun()));
        }
        console.line(sentence(changed, console));
        changed.remarks().forEach(console::line);
        if (changed.freed() != null) {
            console.line(String.valueOf(changed.freed()));
        }
    }

    private static String sentence(Changed changed, Console console) {
        if (changed.dryRun()) {
            return capital(changed.what()) + " would " + done(changed, "change") + "." + again(changed, " would be")
                    + " Nothing was changed.";
        }
        String undo = changed.backup() == null
                ? ""
                : " Backup " + changed.backup() + " created first. To undo: "
                        + console.command("undo " + changed.run());
        return capital(changed.what()) + ": " + done(changed, "changed") + "."
                + again(changed, changed.again().exports() == 1 ? " was" : " were") + undo;
    }

    /** Tables that are created again are listed as steps; their rows are those of the master logs or the archive. */
    private static String done(Changed changed, String change) {
        if (changed.effects().isEmpty() && !changed.steps().isEmpty()) {
            return changed.dryRun() ? "do this" : "done";
        }
        String tables = changed.effects().isEmpty()
                ? "no rows"
                : Counted.of(changed.effects().size(), "table") + ", " + Counted.of(changed.rows(), "row");
        return change + " " + tables;
    }

    private static String again(Changed changed, String verb) {
        return changed.again().exports() == 0
                ? ""
                : " Then " + changed.again().text() + verb + " loaded again from the archive.";
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Shows what would change, and asks; refuses without the right answer. */
    final void confirm(Changed preview, Console console) {
        String plant = options().plant().settings().plant();
        if (console.json()) {
            throw new UserError(ExitCode.USAGE, "nothing was changed; with --json write --dry-run or --yes");
        }
        print(preview, console);
        console.flush();
        if (!console.typed("Type the name of the plant, " + plant + ", to continue:", plant)) {
            throw new UserError(
                    ExitCode.USAGE,
                    "nothing was changed; type the name of the plant, \"" + plant + "\", when asked, or add --yes");
        }
    }

    /** A mart has cells and a count that can be summed; other tables have rows. */
    private static Table table(List<Effect> effects, boolean dry) {
        return new Table(
                List.of(
                        "table",
                        dry ? "rows now" : "rows before",
                        dry ? "rows then" : "rows now",
                        dry ? "days now" : "days before",
                        dry ? "days then" : "days now",
                        "count",
                        dry ? "sum now" : "sum before",
                        dry ? "sum then" : "sum now"),
                effects.stream().map(DestructiveCommand::row).toList());
    }

    private static List<@Nullable Object> row(Effect effect) {
        return Arrays.asList(
                effect.table(),
                effect.rowsBefore(),
                effect.rowsAfter(),
                effect.daysBefore(),
                effect.daysAfter(),
                effect.count(),
                effect.sumBefore(),
                effect.sumAfter());
    }
}
