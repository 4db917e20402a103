package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.StatusOperation;
import io.yieldline.operation.StatusOperation.FeedStatus;
import io.yieldline.operation.StatusOperation.Status;
import io.yieldline.warehouse.Table;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Says how the plant stands. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        header = "Show what is loaded, until when, and what is stale.",
        footer = {"", "Example:", "  yieldline --home plant status"})
final class StatusCommand extends PlantCommand<StatusOperation.Parameters, Status> {
    @Override
    Operation<StatusOperation.Parameters, Status> operation() {
        return new StatusOperation();
    }

    @Override
    StatusOperation.Parameters parameters() {
        return new StatusOperation.Parameters();
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    void print(Status status, Console console) {
        console.line("Plant " + status.plant() + " in " + status.home() + ", plant time " + status.zone() + ", "
                + status.database());
        console.table(new Table(
                List.of("feed", "exports", "records", "data until"),
                status.feeds().stream().map(StatusCommand::row).toList()));
        status.stale()
                .forEach(stale -> console.line("stale: " + stale.mart() + ", " + stale.partitions() + " days or weeks"
                        + (stale.oldest() == null ? "" : " from " + stale.oldest() + " on")));
        console.line(status.stale().isEmpty() ? "All marts are up to date." : "Next: yieldline aggregate");
        if (status.parked() > 0) {
            console.line(status.parked() + " parked exports; see: yieldline rejects --parked");
        }
        if (status.lastRun() != null) {
            console.line("Last run: " + status.lastRun());
        }
    }

    private static List<@Nullable Object> row(FeedStatus feed) {
        return Arrays.asList(feed.feed(), feed.exports(), feed.records(), feed.until());
    }
}
