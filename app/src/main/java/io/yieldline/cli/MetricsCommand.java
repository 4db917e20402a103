package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.watch.MetricsOperation;
import io.yieldline.operation.watch.MetricsOperation.Measured;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Prints activity or metrics. */
@Command(
        mixinStandardHelpOptions = true,
        header = MetricsOperation.PURPOSE,
        description = {
            "With --last: exports, rows and error rate (rejected of all rows); runs and completion rate"
                    + " (done of all runs); mart refreshes and seconds per refresh; checks and quality score"
                    + " (passed of all checks); rows of every table.",
            "Without --last: the metrics that a server publishes at /metrics."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline metrics --last 14d",
            "  yieldline metrics --last 90d --weekly --format csv",
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

    @Mixin
    FormatOption format = new FormatOption();

    @Override
    Operation<MetricsOperation.Parameters, Measured> operation() {
        return new MetricsOperation();
    }

    @Override
    MetricsOperation.Parameters parameters() {
        return new MetricsOperation.Parameters(last, weekly);
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    void print(Measured result, Console console) {
        if (result.activity() == null) {
            console.text(Objects.requireNonNull(result.text()));
            return;
        }
        format.print(result.activity(), console, () -> {
            console.table(Objects.requireNonNull(result.activity()));
            console.line("");
            console.table(Objects.requireNonNull(result.tables()));
        });
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
