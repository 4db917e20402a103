package io.yieldline.operation;

import io.yieldline.alert.Alerting;
import io.yieldline.backup.Backups;
import io.yieldline.backup.UndoableChange;
import io.yieldline.feed.Feeds;
import io.yieldline.health.HealthInputs;
import io.yieldline.ingest.Ingest;
import io.yieldline.ingest.ReceiptJournal;
import io.yieldline.mart.MartRefresh;
import io.yieldline.mart.Marts;
import io.yieldline.mart.PlantParts;
import io.yieldline.mart.Scope;
import io.yieldline.plant.Plant;
import io.yieldline.plant.ServerTasks;
import io.yieldline.store.Snapshots;
import io.yieldline.warehouse.Warehouse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The context of an operation.
 *
 * @param source the plant, wired
 * @param caller the caller
 * @param running whether a run is active in this process
 * @param advise what works from now on with the failure codes, targets and annotations of another reading of the plant
 * @param tasks the periodic tasks of this process, if it is a server
 * @param runId the run in the run log; null for a query, which is not logged
 */
public record Context(
        Supplier<PlantParts> source,
        Progress progress,
        Caller caller,
        LongPredicate running,
        Consumer<Plant> advise,
        ServerTasks tasks,
        @Nullable Long runId) {

    /** The plant, wired. */
    public PlantParts parts() {
        return source.get();
    }

    /** The plant itself. */
    public Plant plant() {
        return parts().plant();
    }

    /** The plant's marts. */
    public Marts marts() {
        return parts().marts();
    }

    /** The plant's feeds. */
    public Feeds feeds() {
        return parts().feeds();
    }

    /** The plant's database. */
    public Warehouse warehouse() {
        return parts().warehouse();
    }

    /** What tells the time. */
    public InstantSource clock() {
        return parts().clock();
    }

    /** What brings the plant's marts up to date. */
    public MartRefresh refresh() {
        return parts().refresh();
    }

    /** The log of unexpected errors. */
    public ErrorLog errors() {
        return ErrorLog.of(plant().home(), clock());
    }

    /** Today, in plant time. */
    public LocalDate today() {
        return parts().today();
    }

    /** Logs the steps of this run. One that cannot be logged is said and does not stop the run. */
    public RunSteps steps() {
        return new RunSteps(
                warehouse(),
                clock(),
                plant().settings().zone(),
                runId,
                error -> progress.note("the run log lacks a step: " + errors().explain(error)));
    }

    /** The day on which the operation was due, in plant time: for a scheduled one that was late, not today. */
    public LocalDate dueDay() {
        return caller.due() == null
                ? today()
                : LocalDate.ofInstant(caller.due(), plant().settings().zone());
    }

    /** The same for another caller. */
    public Context as(Caller other) {
        return new Context(source, progress, other, running, advise, tasks, runId);
    }

    /** The same for a run that is kept under this number. */
    Context withRun(long run) {
        return new Context(source, progress, caller, running, advise, tasks, run);
    }

    /** Loads exports into this plant. */
    public Ingest ingest() {
        return parts().ingest();
    }

    /** This plant's backups. */
    public Backups backups() {
        return new Backups(plant(), clock(), progress);
    }

    /** This plant's snapshots. */
    public Snapshots snapshots() {
        return new Snapshots(plant(), this::marts, clock(), progress);
    }

    /** The receipts of exports that this plant has loaded. */
    public ReceiptJournal receipts() {
        return parts().receipts();
    }

    /** Makes destructive changes to this plant that can be undone. */
    public UndoableChange undoableChange() {
        return new UndoableChange(warehouse(), marts(), backups());
    }

    /** This plant's alerts. */
    public Alerting alerting() {
        return new Alerting(plant(), feeds(), warehouse(), clock(), PlantInputs.alerts(this));
    }

    /** What the health of this plant depends on beside its database. */
    public HealthInputs healthInputs() {
        return PlantInputs.health(this);
    }

    /** Brings the tables up to date with this version, feeds and rules. */
    public void prepare() {
        parts().prepare();
    }

    /** Prepares the tables and loads what was loaded after a backup; marts follow if there was any. */
    public void catchUp() {
        prepare();
        if (!ingest().load(List.of(), null, runId, progress).isEmpty()) {
            refresh().refresh(new Scope.Recent(), List.of(), progress);
        }
    }
}
