package io.yieldline.cli;

import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.ingest.Inbox;
import io.yieldline.mart.Scope;
import io.yieldline.operation.AggregateOperation;
import io.yieldline.operation.Caller;
import io.yieldline.operation.InboxOperation;
import io.yieldline.operation.OpenPlant;
import io.yieldline.operation.Runner;
import io.yieldline.schedule.Schedule;
import io.yieldline.schedule.Scheduler;
import java.time.InstantSource;
import java.util.List;

/** What a server does by itself, again and again: take what is in the inbox, keep the schedule. */
final class Routine implements AutoCloseable {
    private final OpenPlant plant;
    private final InstantSource clock;
    private final Inbox inbox;
    private final Scheduler scheduler;

    Routine(OpenPlant plant, InstantSource clock) {
        this.plant = plant;
        this.clock = clock;
        this.inbox = Inbox.watched(plant.plant(), plant.warehouse());
        this.scheduler = new Scheduler(
                Schedule.of(plant.plant().settings()),
                plant.warehouse(),
                clock,
                new Jobs(plant, new HeldProgram(plant, clock)));
    }

    /** Loads what is ready in the inbox, and brings the marts up to date with it. */
    void takeInbox() {
        if (!inbox.scan(clock.instant()).ready().isEmpty()) {
            Runner runner = new Runner(plant, clock, new Caller("schedule", "inbox", null));
            InboxOperation.Taken taken =
                    runner.run(new InboxOperation(), new InboxOperation.Parameters(inbox), new NoProgress());
            if (taken.loaded().count(Outcome.LOADED) > 0) {
                runner.run(
                        new AggregateOperation(),
                        new AggregateOperation.Parameters(new Scope.Recent(), List.of()),
                        new NoProgress());
            }
        }
    }

    /** Runs what is due. */
    void keepSchedule() {
        scheduler.tick();
    }

    @Override
    public void close() {
        scheduler.close();
    }
}
