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
        return new ReportSettings(
                YamlNode.integer(section, "least_volume", 1, 100_000, 20),
                YamlNode.integer(section, "listed", 1, 50, 10));
    }
}
