package io.yieldline.operation.watch;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.health.MetricHistory;
import io.yieldline.health.Metrics;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import org.jspecify.annotations.Nullable;

/** Returns the metrics by day or week, or all metrics for Prometheus. */
public final class MetricsOperation implements Operation<MetricsOperation.Parameters, MetricsOperation.Measured> {
    /** The name of this operation. */
    public static final String NAME = "metrics";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Show metrics by day or week, or all metrics for Prometheus.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public String command() {
        return NAME + " [--last DAYS] [--weekly] [--metric METRIC]";
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Measured run(Parameters parameters, Context context) {
        if (parameters.lastDays() == null) {
            return new Measured(scrape(context), null);
        }
        return new Measured(null, MetricHistory.of(context.parts(), parameters.lastDays(), parameters.weekly()));
    }

    private static String scrape(Context context) {
        return new Metrics(context::parts, context.healthInputs()).scrape();
    }

    /**
     * The parameters.
     *
     * @param lastDays number of days up to today; null for all metrics in Prometheus format
     * @param weekly whether to sum days by ISO week
     */
    public record Parameters(@Nullable Integer lastDays, boolean weekly) {}

    /**
     * The result.
     *
     * @param text metrics in Prometheus format; null if days were requested
     * @param history metrics by day or week; null otherwise
     */
    public record Measured(@Nullable String text, @Nullable MetricHistory history) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            return history == null
                    ? "all numbers"
                    : Counted.of(history.summary().rows().size(), history.by());
        }
    }
}
