package io.yieldline.cli;

import io.yieldline.alert.Alerting;
import io.yieldline.api.subscription.SubscriptionRound;
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
 * The periodic tasks of a server: load the inbox, run the schedule, send alerts and subscriptions, take samples. Each task
 * can be called at any time and does what is due, so that tests can simulate weeks.
 */
final class Routine implements AutoCloseable {
    private final OpenPlant plant;
    private final InstantSource clock;
    private final Inbox inbox;
    private final Scheduler scheduler;
    private volatile Alerting alerting;
    private final Sampler sampler;

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
        this.sampler = new Sampler(plant, clock);
    }

    /** Works with the schedule and the alerts of changed settings from now on. */
    void follow() {
        scheduler.follow(Schedule.of(plant.plant().settings()));
        Alerting before = alerting;
        alerting = plant.alerting();
        before.close();
    }

    /** Loads exports that the database lost from the archive, before any number is read. */
    void reload() {
        if (!plant.lost().isEmpty()) {
            run("start", new IngestOperation(), new IngestOperation.Parameters(List.of(), null));
            run("start", new AggregateOperation(), new AggregateOperation.Parameters(new Scope.Recent(), List.of()));
        }
    }

    /** Loads the inbox, and refreshes the marts. */
    void takeInbox() {
        if (!inbox.scan(clock.instant()).ready().isEmpty()) {
            run("inbox", new InboxOperation(), new InboxOperation.Parameters(inbox));
        }
    }

    /** Runs due jobs. */
    void keepSchedule() {
        scheduler.tick();
    }

    /** Waits for running jobs, up to a timeout; returns whether there were any. */
    boolean awaitJobs(Duration patience) {
        return scheduler.await(patience);
    }

    /** Evaluates the alert rules and adds messages to the outbox. */
    void watch() {
        alerting.evaluate();
    }

    /** Adds what is due to subscribers to the outbox. */
    void sendSubscriptions() {
        new SubscriptionRound(plant.following(new Caller("schedule", "subscriptions", null)), alerting).sendDue();
    }

    /** Records that the server runs, and every hour how large the plant is. */
    void sample() {
        sampler.sample();
    }

    /** Records the end of the time during which the server ran; nothing is recorded after it. */
    void lastSample() {
        sampler.close();
    }

    /** Sends due messages. */
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
