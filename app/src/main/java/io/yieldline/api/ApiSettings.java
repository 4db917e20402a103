package io.yieldline.api;

import io.yieldline.plant.Settings;
import io.yieldline.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the section {@code serve} says about the API.
 *
 * @param https whether a proxy with TLS stands before the server, so that cookies are sent through it only
 * @param uploadMegabytes the most megabytes of an upload
 * @param hourlyTargets by station, the records that it should reach in an hour
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
