package io.yieldline.report;

import io.yieldline.plant.Settings;
import io.yieldline.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/**
 * How reports are made.
 *
 * @param leastVolume stations and fixtures with fewer records are not ranked
 * @param listed how long lists of the worst are
 */
record ReportSettings(int leastVolume, int listed) {
    /** What the section {@code report} of the settings says. */
    static ReportSettings of(Settings settings) {
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
