package io.yieldline.operation.watch;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.health.Activity;
import io.yieldline.health.Metrics;
import io.yieldline.health.TableSizes;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Returns the activity by day or week and the table sizes; or all metrics for Prometheus. */
public final class MetricsOperation implements Operation<MetricsOperation.Parameters, MetricsOperation.Measured> {
    /** The name of this operation. */
    public static final String NAME = "metrics";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Show activity by day or week, or all metrics for Prometheus.";

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
        return NAME + " [--last DAYS] [--weekly]";
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Measured run(Parameters parameters, Context context) {
        if (parameters.lastDays() == null) {
            return new Measured(scrape(context), null, null);
        }
        LocalDate to = context.today();
        LocalDate from = to.minusDays(parameters.lastDays() - 1L);
        return context.warehouse()
                .read(session -> new Measured(
                        null,
                        Activity.table(
                                session, from, to, context.plant().settings().zone(), parameters.weekly()),
                        sizes(TableSizes.rows(session))));
    }

    private static String scrape(Context context) {
        return new Metrics(context.parts(), context.healthInputs()).scrape();
    }

    private static Table sizes(Map<String, Long> rows) {
        return new Table(
                List.of("table", "rows"),
                rows.entrySet().stream()
                        .map(table -> List.<@Nullable Object>of(table.getKey(), table.getValue()))
                        .toList());
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
     * @param activity one row per day or week; null otherwise
     * @param tables rows by table; null otherwise
     */
    public record Measured(
            @Nullable String text,
            @Nullable Table activity,
            @Nullable Table tables) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            return activity == null ? "all numbers" : Counted.of(activity.rows().size(), "row");
        }
    }
}
