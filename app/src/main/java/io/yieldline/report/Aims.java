package io.yieldline.report;

import io.yieldline.Ratio;
import io.yieldline.plant.Measure;
import io.yieldline.plant.Targets;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The targets of the plant on the first day of a period, and what is below them.
 *
 * @param day the first day
 */
record Aims(Targets targets, LocalDate day) {
    /** Whether there is no target at all. */
    boolean none() {
        return targets.all().isEmpty();
    }

    /** The target that a yield is below, such as {@code 98.5 %}; empty if it is not below one. */
    Optional<String> below(Ratio yield, String model, @Nullable String station) {
        return target(model, station).filter(yield::isBelow).map(Aims::percent);
    }

    /** What to say of a yield of a model, such as {@code target 98.5 %}; empty without target. */
    Optional<String> of(String model) {
        return target(model, null).map(target -> "target " + percent(target));
    }

    /** The target of the rolled yield of a model, in percent. */
    Optional<BigDecimal> rolled(String model) {
        return targets.of(Measure.ROLLED_YIELD, model, null, day);
    }

    /** How many packing records of a model a day should have. */
    Optional<BigDecimal> packed(String model) {
        return targets.of(Measure.PACKED, model, null, day);
    }

    static String percent(BigDecimal target) {
        return target.toPlainString() + " %";
    }

    private Optional<BigDecimal> target(String model, @Nullable String station) {
        return targets.of(Measure.YIELD, model, station, day);
    }
}
