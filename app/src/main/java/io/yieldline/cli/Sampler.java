package io.yieldline.cli;

import io.yieldline.health.Samples;
import io.yieldline.health.Uptime;
import io.yieldline.operation.OpenPlant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Takes the samples of a server: that it runs, and how large the plant is. */
final class Sampler implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Uptime uptime;
    private final Samples samples;
    private final InstantSource clock;
    private Instant sampled = Instant.MIN;
    private boolean closed;

    Sampler(OpenPlant plant, InstantSource clock) {
        this.uptime = new Uptime(plant.warehouse());
        this.samples = plant.samples();
        this.clock = clock;
    }

    /** Records that the server runs; every hour also how large the plant is. */
    synchronized void sample() {
        Instant now = clock.instant();
        if (closed) {
            return;
        }
        uptime.beat(now);
        if (sampled.isBefore(now.minus(PAUSE))) {
            samples.take();
            sampled = now;
        }
    }

    /** Waits for the sample that is being taken, and records the last moment of the server; its database can be closed then. */
    @Override
    public synchronized void close() {
        closed = true;
        uptime.beat(clock.instant());
    }
}
