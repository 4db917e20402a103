package io.yieldline.report;

import io.yieldline.plant.Settings;
import io.yieldline.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/**
 * Report settings.
 *
 * @param leastVolume minimum number of records of ranked stations and fixtures
 * @param listed length of ranked lists
 */
public record ReportSettings(int leastVolume, int listed) {
    /** The section {@code report} of the settings. */
    public static ReportSettings of(Settings settings) {
        Optional<YamlNode> section = settings.section("report");
        section.ifPresent(node -> node.entries(List.of("least_volume", "listed")));
        return new ReportSettings(number(section, "least_volume", 20, 100_000), number(section, "listed", 10, 50));
    }

    private static int number(Optional<YamlNode> section, String key, int otherwise, int most) {
        return section.flatMap(node -> node.find(key))
                .map(node -> node.integer(1, most))
                .orElse(otherwise);
    }
}
