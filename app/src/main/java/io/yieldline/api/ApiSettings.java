package io.yieldline.api;

import io.yieldline.plant.Settings;
import io.yieldline.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The API settings in the section {@code serve}.
 *
 * @param https whether the server is behind a proxy with TLS, so that cookies are sent only over TLS
 * @param uploadMegabytes maximum size of an upload, in megabytes
 * @param hourlyTargets target records per hour, by station
 */
record ApiSettings(boolean https, int uploadMegabytes, Map<String, Integer> hourlyTargets) {
    static ApiSettings of(Settings settings) {
        Optional<YamlNode> section = settings.section("serve");
        return new ApiSettings(
                section.flatMap(node -> node.find("https")).map(YamlNode::flag).orElse(false),
                section.flatMap(node -> node.find("upload_megabytes"))
                        .map(node -> node.integer(1, 4000))
                        .orElse(200),
                section.flatMap(node -> node.find("hourly_targets"))
                        .map(ApiSettings::targets)
                        .orElse(Map.of()));
    }

    private static Map<String, Integer> targets(YamlNode node) {
        Map<String, Integer> targets = new LinkedHashMap<>();
        node.entries().forEach((station, target) -> targets.put(station, target.integer(1, 1_000_000)));
        return targets;
    }
}
