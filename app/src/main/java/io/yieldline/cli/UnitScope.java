package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.insight.Dimension;
import io.yieldline.insight.Period;
import io.yieldline.mart.DayRange;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** The units that a conclusion is about: days, and only some models, stations or part numbers. */
final class UnitScope {
    @Mixin
    RangeOptions range = new RangeOptions();

    @Mixin
    ScopeOptions only = new ScopeOptions();

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
        return only.scope();
    }
}
