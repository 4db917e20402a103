package io.yieldline.insight;

import io.yieldline.plant.Settings;
import io.yieldline.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settings of retests.
 *
 * @param costPerHour what an hour of a repeated run costs, in the currency of the plant; null if not given
 * @param leastRepairSeconds a shorter record at a repair station is a booking, not a repair
 */
public record RetestSettings(@Nullable BigDecimal costPerHour, int leastRepairSeconds) {
    private static final String COST = "cost_per_hour";
    private static final String LEAST = "least_repair_seconds";
    private static final int MINUTE = 60;
    private static final int DAY = 86_400;

    /** The section {@code retests} of the settings. */
    public static RetestSettings of(Settings settings) {
        Optional<YamlNode> section = settings.section("retests");
        section.ifPresent(node -> node.entries(List.of(COST, LEAST)));
        return new RetestSettings(
                section.flatMap(node -> node.find(COST))
                        .map(RetestSettings::cost)
                        .orElse(null),
                section.flatMap(node -> node.find(LEAST))
                        .map(node -> node.integer(0, DAY))
                        .orElse(MINUTE));
    }

    private static BigDecimal cost(YamlNode yaml) {
        BigDecimal cost = yaml.number();
        if (cost.signum() < 0) {
            throw yaml.wrong("\"" + yaml.text() + "\" is less than 0");
        }
        return cost;
    }
}
