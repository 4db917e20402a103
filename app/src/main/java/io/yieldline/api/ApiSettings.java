package io.yieldline.api;

import io.yieldline.plant.Settings;
import io.yieldline.yaml.YamlNode;
import java.util.Optional;

/**
 * What the section {@code serve} says about the API.
 *
 * @param https whether a proxy with TLS stands before the server, so that cookies are sent through it only
 * @param uploadMegabytes the most megabytes of an upload
 */
record ApiSettings(boolean https, int uploadMegabytes) {
    static ApiSettings of(Settings settings) {
        Optional<YamlNode> section = settings.section("serve");
        return new ApiSettings(
                section.flatMap(node -> node.find("https")).map(YamlNode::flag).orElse(false),
                section.flatMap(node -> node.find("upload_megabytes"))
                        .map(node -> node.integer(1, 4000))
                        .orElse(200));
    }
}
