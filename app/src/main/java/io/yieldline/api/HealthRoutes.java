package io.yieldline.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.yieldline.health.Health;
import io.yieldline.health.Health.Answer;
import io.yieldline.health.Metrics;

/** Health checks for supervisors, and metrics for Prometheus. */
public final class HealthRoutes {
    private final Health health;
    private final Metrics metrics;

    /** For the served plant. */
    public HealthRoutes(Health health, Metrics metrics) {
        this.health = health;
        this.metrics = metrics;
    }

    /** Adds its routes. */
    public void addTo(RoutesConfig routes) {
        routes.get("/health/live", http -> answer(http, health.live()));
        routes.get("/health/ready", http -> answer(http, health.ready()));
        routes.get("/metrics", http -> http.contentType(Metrics.contentType()).result(metrics.scrape()));
    }

    private static void answer(Context http, Answer answer) {
        http.status(answer.ok() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .header("Cache-Control", "no-store")
                .result(answer.ok() ? "ok\n" : String.join("\n", answer.reasons()) + "\n");
    }
}
