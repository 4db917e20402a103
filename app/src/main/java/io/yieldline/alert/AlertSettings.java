package io.yieldline.alert;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.plant.Home;
import io.yieldline.yaml.YamlNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code alerts} of {@code yieldline.yaml}.
 *
 * @param window at most one message per rule in this time; an alert that returns within it is the same alert
 * @param reminders time after which an open alert is sent again
 * @param quiet hours in which only critical alerts are sent
 * @param dashboard the address of the dashboard as people open it, for links; null if none is given
 * @param attempts number of attempts before delivery to a channel is given up
 * @param channels the channels
 * @param rules settings of the rules, by rule name
 */
record AlertSettings(
        Duration window,
        Duration reminders,
        Optional<QuietHours> quiet,
        @Nullable String dashboard,
        int attempts,
        List<Channel> channels,
        Optional<YamlNode> rules) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<String> KEYS =
            List.of("window", "reminders", "quiet_hours", "dashboard", "attempts", "channels", "rules");

    /** Reads and validates the section. Without the section, alerts are written to a file only. */
    static AlertSettings of(
            Optional<YamlNode> section,
            Home home,
            Function<String, @Nullable String> environment,
            InstantSource clock) {
        section.ifPresent(node -> node.entries(KEYS));
        ChannelYaml channels = new ChannelYaml(home, environment, clock, PATIENCE);
        return new AlertSettings(
                section.flatMap(node -> node.find("window"))
                        .map(YamlNode::duration)
                        .orElse(Duration.ofMinutes(15)),
                section.flatMap(node -> node.find("reminders"))
                        .map(YamlNode::duration)
                        .orElse(Duration.ofHours(24)),
                section.flatMap(node -> node.find("quiet_hours")).map(QuietHours::of),
                section.flatMap(node -> node.find("dashboard"))
                        .map(AlertSettings::address)
                        .orElse(null),
                section.flatMap(node -> node.find("attempts"))
                        .map(node -> node.integer(1, 100))
                        .orElse(14),
                section.flatMap(node -> node.find("channels"))
                        .map(node -> distinct(node, channels))
                        .orElseGet(() -> List.of(channels.file())),
                section.flatMap(node -> node.find("rules")));
    }

    private static String address(YamlNode node) {
        if (!node.text().matches("https?://[^\\s/]+\\S*")) {
            throw node.wrong(
                    "\"" + node.text() + "\" is not a valid address; write it as https://yieldline.example.com");
        }
        return node.text();
    }

    /** The channel with this name. */
    Channel channel(String name) {
        return channels.stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        ExitCode.USAGE,
                        "unknown channel \"" + name + "\"; valid values: "
                                + String.join(
                                        ", ",
                                        channels.stream().map(Channel::name).toList())));
    }

    private static List<Channel> distinct(YamlNode list, ChannelYaml yaml) {
        Set<String> names = new HashSet<>();
        return list.items().stream()
                .map(item -> {
                    Channel channel = yaml.channel(item);
                    if (!names.add(channel.name())) {
                        throw item.wrong("two channels have the name \"" + channel.name() + "\"");
                    }
                    return channel;
                })
                .toList();
    }
}
