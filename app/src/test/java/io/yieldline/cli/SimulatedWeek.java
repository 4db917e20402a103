package io.yieldline.cli;

import io.yieldline.operation.OpenPlant;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A server whose time passes in steps as fast as it can work; prints the time of each step before it begins. */
final class SimulatedWeek implements InstantSource {
    static final Duration STEP = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private volatile Instant now;

    private SimulatedWeek(Instant now) {
        this.now = now;
    }

    /** Takes the home, the folder of the arrivals, and the first and the last time. */
    public static void main(String[] arguments) {
        Home home = new Home(Path.of(arguments[0]));
        SimulatedWeek clock = new SimulatedWeek(Instant.parse(arguments[2]));
        try (OpenPlant plant = OpenPlant.open(Plant.open(home), clock);
                Routine routine = new Routine(plant, clock)) {
            routine.reload();
            clock.pass(routine, Arrivals.in(Path.of(arguments[1])), home.inbox(), Instant.parse(arguments[3]));
        }
        System.out.println("done");
    }

    private void pass(Routine routine, Arrivals arrivals, Path inbox, Instant end) {
        while (!now.isAfter(end)) {
            System.out.println(now);
            arrivals.bring(inbox, now);
            step(routine);
            now = now.plus(STEP);
        }
    }

    /** The jobs run beside the rest, as they do in a server; the time waits for them. */
    private static void step(Routine routine) {
        routine.takeInbox();
        routine.keepSchedule();
        routine.watch();
        routine.deliver();
        while (routine.awaitJobs(PATIENCE)) {
            routine.keepSchedule();
        }
    }

    @Override
    public Instant instant() {
        return now;
    }
}
