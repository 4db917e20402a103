package io.yieldline.api;

import io.yieldline.plant.Settings;
import io.yieldline.yaml.YamlNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The section {@code serve}.
 *
 * @param host listen address
 * @param port listen port; 0 for any free port
 * @param names additional host names of the server
 * @param inbox interval between scans of the inbox
 */
public record ServeSettings(String host, int port, List<String> names, Duration inbox) {
    private static final List<String> KEYS = List.of(
            "host",
            "port",
            "names",
            "inbox_seconds",
            "insecure_lan",
            "log",
            "https",
            "upload_megabytes",
            "hourly_targets");

    /** Reads and validates the section; missing keys have defaults. */
    public static ServeSettings of(Settings settings) {
        Optional<YamlNode> section = settings.section("serve");
        section.ifPresent(node -> node.entries(KEYS));
        section.ifPresent(ServeSettings::refuseOpenNetwork);
        ApiSettings.of(settings);
        return new ServeSettings(
                find(section, "host").map(YamlNode::text).orElse("127.0.0.1"),
                find(section, "port").map(node -> node.integer(0, 65_535)).orElse(8480),
                find(section, "names").map(YamlNode::texts).orElse(List.of()),
                Duration.ofSeconds(find(section, "inbox_seconds")
                        .map(node -> node.integer(1, 3600))
                        .orElse(10)));
    }

    /** These settings with another port. */
    public ServeSettings withPort(int other) {
        return new ServeSettings(host, other, names, inbox);
    }

    private static Optional<YamlNode> find(Optional<YamlNode> section, String key) {
        return section.flatMap(node -> node.find(key));
    }

    /** Anybody who can reach the port can read the data, which are not encrypted. */
    private static void refuseOpenNetwork(YamlNode section) {
        boolean accepted = section.find("insecure_lan").map(YamlNode::flag).orElse(false);
        section.find("host").filter(host -> !accepted && !loopback(host)).ifPresent(host -> {
            throw host.wrong(
                    "\"" + host.text()
                            + "\" is reachable from the network; put a proxy with TLS in front of 127.0.0.1, or write insecure_lan: true");
        });
    }

    private static boolean loopback(YamlNode host) {
        try {
            return InetAddress.getByName(host.text()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw host.wrong("\"" + host.text() + "\" is not an address of this machine");
        }
    }
}
