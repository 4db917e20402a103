package io.yieldline.insight;

import io.yieldline.plant.Settings;
import io.yieldline.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Settings of shifts.
 *
 * @param leastPoints the smallest difference of two failure rates that counts, in percentage points
 */
public record ShiftSettings(BigDecimal leastPoints) {
    private static final String LEAST_POINTS = "least_points";

    /** The section {@code rate_shifts} of the settings. */
    public static ShiftSettings of(Settings settings) {
        Optional<YamlNode> section = settings.section("rate_shifts");
        section.ifPresent(node -> node.entries(List.of(LEAST_POINTS)));
        return new ShiftSettings(section.flatMap(node -> node.find(LEAST_POINTS))
                .map(YamlNode::percent)
                .orElse(BigDecimal.ONE));
    }

    /** The same as a part of the units, from 0 to 1. */
    public double leastShare() {
        return leastPoints.movePointLeft(2).doubleValue();
    }
}
