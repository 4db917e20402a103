package io.yieldline.store;

import io.yieldline.plant.Plant;
import io.yieldline.yaml.YamlNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Settings of the store.
 *
 * @param folder where pieces and snapshots are: {@code store} in the home, or another disk
 * @param versions number of versions of the lake that stay, so that whoever reads an earlier one can finish
 * @param evenings number of days whose last snapshot stays, for what the marts said that evening
 * @param recordEvenings number of days of these whose last snapshot keeps the records behind the marts, too
 * @param afterRefresh whether each refresh of the marts takes a snapshot
 * @param grace how long a piece stays that no snapshot lists any more
 */
public record StoreSettings(
        Path folder, int versions, int evenings, int recordEvenings, boolean afterRefresh, Duration grace) {
    private static final List<String> KEYS =
            List.of("folder", "versions", "evenings", "record_evenings", "after_refresh", "grace_hours");

    /** The same for another folder. */
    StoreSettings in(Path other) {
        return new StoreSettings(other, versions, evenings, recordEvenings, afterRefresh, grace);
    }

    /** The section {@code store} of the settings of a plant. */
    public static StoreSettings of(Plant plant) {
        Optional<YamlNode> section = plant.settings().section("store");
        section.ifPresent(node -> node.entries(KEYS));
        Path home = plant.home().directory();
        return new StoreSettings(
                section.flatMap(node -> node.find("folder"))
                        .map(node -> home.resolve(node.text()))
                        .orElseGet(plant.home()::store),
                YamlNode.integer(section, "versions", 1, 10_000, 3),
                YamlNode.integer(section, "evenings", 0, 10_000, 400),
                YamlNode.integer(section, "record_evenings", 0, 10_000, 31),
                section.flatMap(node -> node.find("after_refresh"))
                        .map(YamlNode::flag)
                        .orElse(true),
                Duration.ofHours(YamlNode.integer(section, "grace_hours", 0, 10_000, 24)));
    }
}
