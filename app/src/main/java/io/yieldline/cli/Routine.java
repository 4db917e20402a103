package io.yieldline.cli;

import io.yieldline.alert.Alerting;
import io.yieldline.ingest.Inbox;
import io.yieldline.mart.Scope;
import io.yieldline.operation.Caller;
import io.yieldline.operation.NoProgress;
import io.yieldline.operation.OpenPlant;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.operation.Runner;
import io.yieldline.operation.load.AggregateOperation;
import io.yieldline.operation.load.InboxOperation;
import io.yieldline.operation.load.IngestOperation;
import io.yieldline.schedule.Schedule;
import io.yieldline.schedule.Scheduler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * What a server does by itself, again and again: take what is in the inbox, keep the schedule, tell of what is wrong. Each part
 * may be called at any time and does what is due then, so that a test can let weeks pass.
 */
final class Routine implements AutoCloseable {
    private final OpenPlant plant;
    private final InstantSource clock;
    private final Inbox inbox;
    private final Scheduler scheduler;
    private final Alerting alerting;

    Routine(OpenPlant plant, InstantSource clock) {
        this.plant = plant;
        this.clock = clock;
        this.inbox = Inbox.watched(plant.plant(), plant.warehouse());
        this.scheduler = new Scheduler(
                Schedule.of(plant.plant().settings()),
                plant.warehouse(),
                clock,
                new CommandJobRunner(plant, new InProcessCli(plant, clock)));
        this.alerting = plant.alerting();
    }

    /** Loads from the archive what the database lost, before anybody reads a number. */
    void mend() {
        if (!plant.lost().isEmpty()) {
            run("start", new IngestOperation(), new IngestOperation.Parameters(List.of(), null));
            run("start", new AggregateOperation(), new AggregateOperation.Parameters(new Scope.Recent(), List.of()));
        }
    }

    /** Loads what is ready in the inbox, and brings the marts up to date with it. */
    void takeInbox() {
        if (!inbox.scan(clock.instant()).ready().isEmpty()) {
            run("inbox", new InboxOperation(), new InboxOperation.Parameters(inbox));
        }
    }

    /** Runs what is due. */
    void keepSchedule() {
        scheduler.tick();
    }

    /** Waits until jobs that were begun have ended, at most so long; returns whether there were any. */
    boolean awaitJobs(Duration patience) {
        return scheduler.await(patience);
    }

    /** Asks what is wrong, and enters who is to be told. */
    void watch() {
        alerting.evaluate();
    }

    /** Sends what is due to be sent. */
    void deliver() {
        alerting.deliver();
    }

    @Override
    public void close() {
        scheduler.close();
        alerting.close();
    }

    private <P, R extends Result> R run(String caller, Operation<P, R> operation, P parameters) {
        return new Runner(plant, clock, new Caller("schedule", caller, null))
                .run(operation, parameters, new NoProgress());
    }
}
