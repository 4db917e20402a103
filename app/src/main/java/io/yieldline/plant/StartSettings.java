package io.yieldline.plant;

import io.yieldline.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a server reads when it starts and cannot change while it runs: its database and its memory, the plant's time
 * zone, and the section {@code serve} without the hourly targets.
 *
 * @param started the settings with which it was started
 */
public record StartSettings(Settings started) {
    private static final String SERVE = "serve";
    private static final List<String> CHANGEABLE = List.of("hourly_targets");

    /** The names of those that differ in other settings, such as {@code serve: port}. */
    public List<String> changedIn(Settings other) {
        return Stream.of(
                        name("zone", started.zone(), other.zone()),
                        name("database", started.database(), other.database()),
                        name(
                                "duckdb: memory_megabytes",
                                started.duckDbMemoryMegabytes(),
                                other.duckDbMemoryMegabytes()),
                        serve(other))
                .flatMap(names -> names)
                .toList();
    }

    /** Other settings as the running server can use them: those of the start keep their values. */
    public Settings keptIn(Settings other) {
        return new Settings(
                other.plant(),
                started.zone(),
                other.profile(),
                started.database(),
                other.readers(),
                other.rejectThresholdPercent(),
                other.reserveMegabytes(),
                started.duckDbMemoryMegabytes(),
                other.sections());
    }

    private Stream<String> serve(Settings other) {
        Map<String, YamlNode> before = serveOf(started);
        Map<String, YamlNode> after = serveOf(other);
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        CHANGEABLE.forEach(keys::remove);
        return keys.stream().flatMap(key -> name(SERVE + ": " + key, text(before.get(key)), text(after.get(key))));
    }

    private static Map<String, YamlNode> serveOf(Settings settings) {
        return settings.section(SERVE).map(YamlNode::entries).orElse(Map.of());
    }

    private static Optional<String> text(@Nullable YamlNode node) {
        return Optional.ofNullable(node).map(YamlNode::value);
    }

    private static Stream<String> name(String name, Object before, Object after) {
        return Objects.equals(before, after) ? Stream.empty() : Stream.of(name);
    }
}
