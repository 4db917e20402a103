package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.health.MetricHistory;
import io.yieldline.health.MetricHistory.Detail;
import io.yieldline.operation.Operation;
import io.yieldline.operation.watch.MetricsOperation;
import io.yieldline.operation.watch.MetricsOperation.Measured;
import io.yieldline.warehouse.Table;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Prints metrics. */
@Command(
        mixinStandardHelpOptions = true,
        header = MetricsOperation.PURPOSE,
        description = {
            "With --last: rows and error rate, run times, data-quality score, records, scheduled runs and their"
                    + " completion rate, uptime of the server, response times of the dashboard, size of the home; the trend"
                    + " of each step; when the disk is full. With --metric: one of these in detail.",
            "Without --last: the metrics that a server publishes at /metrics."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline metrics --last 14d",
            "  yieldline metrics --last 90d --weekly --format csv",
            "  yieldline metrics --last 28d --metric responses",
            "  yieldline metrics"
        })
final class MetricsCommand extends PlantCommand<MetricsOperation.Parameters, Measured> {
    @Option(
            names = "--last",
            paramLabel = "DAYS",
            converter = Days.class,
            description = "Number of days up to today, such as 14d.")
    @Nullable
    Integer last;

    @Option(names = "--weekly", description = "Sum the days by week, Monday to Sunday; with --last.")
    boolean weekly;

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description =
                    "Only this metric in detail; with --last: rows, steps, quality, tables, schedule, uptime, responses"
                            + " or space.")
    @Nullable
    String metric;

    @Mixin
    FormatOption format = new FormatOption();

    @Override
    Operation<MetricsOperation.Parameters, Measured> operation() {
        return new MetricsOperation();
    }

    @Override
    MetricsOperation.Parameters parameters() {
        if (last == null && (weekly || metric != null)) {
            throw new UserError(
                    ExitCode.USAGE, "--weekly and --metric need --last; such as: yieldline metrics --last 28d");
        }
        return new MetricsOperation.Parameters(last, weekly);
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    void print(Measured result, Console console) {
        MetricHistory history = result.history();
        if (history == null) {
            console.text(Objects.requireNonNull(result.text()));
        } else if (metric == null) {
            format.print(history.summary(), console, () -> printAll(history, console));
        } else {
            Detail detail = history.metric(metric);
            format.print(detail.values(), console, () -> printOne(detail, console));
        }
    }

    private void printAll(MetricHistory history, Console console) {
        console.table(withoutBlanks(history.summary()));
        console.line("");
        console.table(withoutBlanks(history.trends()));
        console.line("");
        console.line(history.disk().words());
        console.line("A metric in detail: "
                + console.command("metrics --last " + last + "d" + (weekly ? " --weekly" : "") + " --metric METRIC")
                + " ("
                + String.join(", ", MetricHistory.NAMES) + ")");
    }

    private static void printOne(Detail detail, Console console) {
        console.table(withoutBlanks(detail.values()));
        console.line(detail.definition() + ".");
    }

    /** In a text table, what has no value is n/a, and the periods before the first value are left out. */
    private static Table withoutBlanks(Table table) {
        return new Table(
                table.columns(),
                table.rows().stream()
                        .dropWhile(MetricsCommand::empty)
                        .map(row -> row.stream()
                                .<@Nullable Object>map(value -> Objects.requireNonNullElse(value, "n/a"))
                                .toList())
                        .toList());
    }

    private static boolean empty(List<@Nullable Object> row) {
        return row.stream()
                .skip(1)
                .allMatch(value -> value == null || value instanceof Number number && number.doubleValue() == 0);
    }

    /** Reads a number of days such as {@code 14d}. */
    static final class Days implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches("[1-9][0-9]{0,3}d")) {
                throw new TypeConversionException("\"" + text + "\" is not a valid number of days; write it like 14d");
            }
            return Integer.valueOf(text.substring(0, text.length() - 1));
        }
    }
}
