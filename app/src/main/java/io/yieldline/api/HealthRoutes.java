package io.yieldline.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.yieldline.health.Health;
import io.yieldline.health.Health.Answer;
import io.yieldline.health.Metrics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Health checks for supervisors, and metrics for Prometheus. A health check is answered within a second, whatever the plant does:
 * the plant is examined on a thread of its own, for all who ask at the same time.
 */
public final class HealthRoutes {
    static final String LIVE = "/health/live";
    static final String READY = "/health/ready";
    static final String METRICS = "/metrics";

    private static final long PATIENCE_MILLIS = 800;
    private static final Answer NONE = new Answer(
            false, List.of("plant: no answer within a second; look at the disk of the home, and at the database"));

    private final Health health;
    private final Metrics metrics;
    private CompletableFuture<Answer> examination = CompletableFuture.completedFuture(NONE);

    /** For the served plant. */
    public HealthRoutes(Health health, Metrics metrics) {
        this.health = health;
        this.metrics = metrics;
    }

    /** Adds its routes. */
    public void addTo(RoutesConfig routes) {
        routes.get(LIVE, http -> answer(http, health.live()));
        routes.get(
                READY,
                http -> http.future(() -> examination()
                        .copy()
                        .completeOnTimeout(NONE, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                        .thenAccept(answer -> answer(http, answer))));
        routes.get(
                METRICS,
                http -> Sending.plain(
                        metrics.scrape().getBytes(StandardCharsets.UTF_8), http.contentType(Metrics.contentType())));
    }

    /** The examination that is under way, or a new one. */
    private synchronized CompletableFuture<Answer> examination() {
        if (examination.isDone()) {
            CompletableFuture<Answer> fresh = new CompletableFuture<>();
            examination = fresh;
            Thread thread = new Thread(() -> examine(fresh), "yieldline-health");
            thread.setDaemon(true);
            thread.start();
        }
        return examination;
    }

    private void examine(CompletableFuture<Answer> answer) {
        try {
            answer.complete(health.ready());
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
        }
    }

    private static void answer(Context http, Answer answer) {
        String text = answer.ok() ? "ok" : String.join("\n", answer.reasons());
        http.status(answer.ok() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType("text/plain")
                .header("Cache-Control", "no-store");
        Sending.bytes((text + "\n").getBytes(StandardCharsets.UTF_8), http);
    }
}
