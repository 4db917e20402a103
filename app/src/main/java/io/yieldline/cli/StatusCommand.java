package io.yieldline.cli;

import io.yieldline.Counted;
import io.yieldline.health.DiskUse;
import io.yieldline.mart.Staleness;
import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.StatusOperation;
import io.yieldline.operation.ask.StatusOperation.FeedStatus;
import io.yieldline.operation.ask.StatusOperation.OwnMartStatus;
import io.yieldline.operation.ask.StatusOperation.RulesStatus;
import io.yieldline.operation.ask.StatusOperation.Status;
import io.yieldline.plant.ServerTasks.TaskState;
import io.yieldline.plant.Space;
import io.yieldline.warehouse.Table;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Shows the status of the plant. */
@Command(
        mixinStandardHelpOptions = true,
        header = StatusOperation.PURPOSE,
        footer = {"", "Example:", "  yieldline status"})
final class StatusCommand extends PlantCommand<StatusOperation.Parameters, Status> {
    private static final int LISTED = 5;

    @Override
    Operation<StatusOperation.Parameters, Status> operation() {
        return new StatusOperation();
    }

    @Override
    StatusOperation.Parameters parameters() {
        return new StatusOperation.Parameters(true);
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    void print(Status status, Console console) {
        fact(console, "Plant", status.plant() + ", plant time " + status.zone() + ", rules " + status.profile());
        fact(console, "Home", status.home());
        fact(console, "Database", status.database());
        printRules(status.rules(), console);
        console.line("");
        console.table(new Table(
                List.of("feed", "exports", "records", "data until"),
                status.feeds().stream().map(StatusCommand::row).toList()));
        console.line("");
        status.feedsGone().forEach(gone -> fact(console, "Feeds", gone));
        printMarts(status, console);
        printOwnMarts(status, console);
        printComplaints(status, console);
        fact(
                console,
                "Disk",
                Space.megabytes(status.diskFree()) + " free; used: "
                        + status.disk().stream().map(DiskUse::size).collect(Collectors.joining(", ")));
        fact(console, "Last run", status.lastRun() == null ? "none" : status.lastRun());
    }

    /** What somebody should look at, each with the command that shows it. */
    private static void printComplaints(Status status, Console console) {
        if (!status.failedChecks().isEmpty()) {
            fact(console, "Checks", String.join(", ", status.failedChecks()) + "; see: " + console.command("check"));
        }
        if (status.parked() > 0) {
            fact(
                    console,
                    "Parked",
                    Counted.of(status.parked(), "export") + "; see: " + console.command("rejects --parked"));
        }
        if (status.rejected() > 0) {
            fact(console, "Rejected", Counted.of(status.rejected(), "row") + "; see: " + console.command("rejects"));
        }
        if (status.excluded() > 0) {
            fact(
                    console,
                    "Excluded",
                    Counted.of(status.excluded(), "record") + " in no mart: excluded_serial_numbers in rules.yaml");
        }
        if (status.inboxBlocked() > 0) {
            fact(
                    console,
                    "Inbox",
                    Counted.of(status.inboxBlocked(), "file") + " cannot be loaded; see: " + console.command("doctor"));
        }
        if (!status.subscriptions().isEmpty()) {
            fact(
                    console,
                    "Unsent",
                    String.join("; ", status.subscriptions()) + "; see: " + console.command("subscriptions"));
        }
        status.tasks().stream()
                .filter(TaskState::failing)
                .forEach(task -> fact(
                        console, "Server", "the task " + task.task() + " " + task.failure(ZoneId.of(status.zone()))));
    }

    private static void printRules(RulesStatus rules, Console console) {
        fact(
                console,
                "Rules",
                "version " + rules.version() + (rules.since() == null ? "" : ", in force since " + rules.since()));
        if (rules.refused() != null) {
            fact(console, "Not used", rules.refused() + "; repair the file, it is used within a minute");
        }
        if (!rules.restart().isEmpty()) {
            fact(console, "Restart", "wanted by the changed settings " + String.join(", ", rules.restart()));
        }
    }

    private static void printMarts(Status status, Console console) {
        String label = "Schema";
        for (String drift : status.schema().stream().limit(LISTED).toList()) {
            fact(console, label, drift);
            label = "";
        }
        if (status.schema().size() > LISTED) {
            fact(
                    console,
                    label,
                    "and " + (status.schema().size() - LISTED) + " more; see: " + console.command("check schema"));
        }
        fact(
                console,
                "Marts",
                status.stale().isEmpty()
                        ? status.schema().isEmpty() ? "up to date" : "no stale days or weeks"
                        : Counted.of(status.stale().size(), "mart") + " stale; next: " + console.command("aggregate"));
        status.stale().forEach(stale -> fact(console, "", text(stale)));
    }

    private static void printOwnMarts(Status status, Console console) {
        String label = "Custom";
        for (OwnMartStatus mart : status.customMarts()) {
            fact(console, label, mart.name() + ": " + text(mart, console));
            label = "";
        }
        if (status.martsChanged()) {
            fact(console, label, "files in marts/ changed since the server started; restart it to use them");
        }
    }

    private static String text(OwnMartStatus mart, Console console) {
        if (mart.problem() == null) {
            return (mart.rows() == null ? "no table" : Counted.of(mart.rows(), "row")) + ", " + mart.title();
        }
        return mart.title() == null && mart.problem().equals("its file is gone")
                ? mart.problem() + "; put it back, or drop the table with: " + console.command("clean schema")
                : mart.problem();
    }

    /** A mart of units may not know yet which days its changed units affect. */
    private static String text(Staleness stale) {
        String behind = stale.partitions() == 0
                ? Counted.of(stale.units(), "unit")
                : stale.partitions() + " days or weeks from " + stale.oldest() + " on";
        return stale.mart() + ": " + behind + (stale.redefined() ? "; built by other rules or another definition" : "");
    }

    private static void fact(Console console, String name, String value) {
        console.line(String.format("%-10s%s", name, value));
    }

    private static List<@Nullable Object> row(FeedStatus feed) {
        return Arrays.asList(feed.feed(), feed.exports(), feed.records(), feed.until());
    }
}
