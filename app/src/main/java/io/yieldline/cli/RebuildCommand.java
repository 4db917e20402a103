package io.yieldline.cli;

import io.yieldline.operation.Caller;
import io.yieldline.operation.DatabaseReplacement;
import io.yieldline.operation.OpenPlant;
import io.yieldline.operation.Operation;
import io.yieldline.operation.change.RebuildOperation;
import io.yieldline.warehouse.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Rebuilds all data. */
@Command(
        mixinStandardHelpOptions = true,
        header = RebuildOperation.PURPOSE,
        description = {
            "Loads every export again in the order of the receipts, and rebuilds all marts. Works without"
                    + " a database: a database that cannot be read is moved to damaged/ in the home",
            "Wiped and purged records stay out. If a rebuild is killed, the next one completes it.",
            "If more than one in a hundred records of a feed have no export in archive or receipts, they would"
                    + " be lost: nothing is changed without --yes and --reason."
        },
        footer = {"", "Examples:", "  yieldline rebuild --dry-run", "  yieldline rebuild"})
final class RebuildCommand extends PlantCommand<RebuildOperation.Parameters, RebuildOperation.Done> {
    @Option(names = "--dry-run", description = "Count the records that would be lost, but change nothing.")
    boolean dryRun;

    @Option(names = "--yes", description = "Rebuild even if records are lost; needs --reason.")
    boolean yes;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Reason for the rebuild, for the run log.")
    @Nullable
    String reason;

    @Override
    Caller caller() {
        Caller caller = super.caller();
        return reason == null ? caller : new Caller(caller.trigger(), caller.user(), reason);
    }

    @Override
    boolean changes() {
        return !dryRun;
    }

    @Override
    public Integer call() {
        lookAtDatabase(options().console());
        DatabaseReplacement due = replacement;
        return due != null && dryRun ? planned(due, options().console()) : super.call();
    }

    /** Of a database that cannot be read, nobody can tell what a rebuild would lose. */
    private int planned(DatabaseReplacement due, Console console) {
        RebuildOperation.Done done = RebuildOperation.planned(options().plant());
        if (!console.json()) {
            console.line(due.damage().getMessage() + ".");
        }
        show(done, console);
        return done.exitCode().number();
    }

    @Override
    OpenPlant open(Console console) {
        DatabaseReplacement due = replacement;
        if (due == null) {
            return super.open(console);
        }
        RebuildOperation.refuseHalfAnArchive(parameters(), options().plant());
        replacement = null;
        return due.make(false, console::note, console.progress());
    }

    @Override
    boolean repairs() {
        return !dryRun;
    }

    @Override
    Operation<RebuildOperation.Parameters, RebuildOperation.Done> operation() {
        return new RebuildOperation();
    }

    @Override
    RebuildOperation.Parameters parameters() {
        return new RebuildOperation.Parameters(dryRun, yes && reason != null && !reason.isBlank());
    }

    @Override
    void print(RebuildOperation.Done done, Console console) {
        if (done.run() == null && !done.vanishing().isEmpty()) {
            console.table(new Table(
                    List.of("feed", "records", "would be lost"),
                    done.vanishing().stream()
                            .map(feed -> List.<@Nullable Object>of(feed.feed(), feed.records(), feed.vanishing()))
                            .toList()));
        }
        console.line(done.summary() + ".");
        done.remarks().forEach(console::line);
    }
}
