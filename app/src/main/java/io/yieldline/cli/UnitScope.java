package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.insight.Dimension;
import io.yieldline.insight.Period;
import io.yieldline.mart.DayRange;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The units that a conclusion is about: days, and only some models, stations or part numbers. */
final class UnitScope {
    @Mixin
    RangeOptions range = new RangeOptions();

    @Option(names = "--model", paramLabel = "MODEL", description = "Only this model.")
    @Nullable
    String model;

    @Option(names = "--station", paramLabel = "STATION", description = "Only this station.")
    @Nullable
    String station;

    @Option(names = "--part-number", paramLabel = "PN", description = "Only this part number.")
    @Nullable
    String partNumber;

    /** The days; a range must have both ends. */
    Period period() {
        DayRange days = range.range();
        if (days.from() == null || days.to() == null) {
            throw new UserError(ExitCode.USAGE, "which days? Give --from and --to, --day or --week");
        }
        return Period.of(days.from(), days.to());
    }

    /** The values that the units must have. */
    Map<Dimension, String> scope() {
        Map<Dimension, String> scope = new LinkedHashMap<>();
        put(scope, Dimension.MODEL, model);
        put(scope, Dimension.STATION, station);
        put(scope, Dimension.PART_NUMBER, partNumber);
        return scope;
    }

    private static void put(Map<Dimension, String> scope, Dimension dimension, @Nullable String value) {
        if (value != null) {
            scope.put(dimension, value);
        }
    }
}
