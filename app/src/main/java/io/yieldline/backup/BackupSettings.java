package io.yieldline.backup;

import io.yieldline.plant.Plant;
import io.yieldline.plant.Settings;
import io.yieldline.yaml.YamlNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Retention of backups: the newest of each of the last days, weeks and months that have one.
 *
 * @param keepDaily days; also the days for which backups before changes are kept
 * @param keepWeekly ISO weeks
 * @param keepMonthly months
 */
public record BackupSettings(int keepDaily, int keepWeekly, int keepMonthly) {
    private static final List<String> KEYS =
            List.of("keep_daily", "keep_weekly", "keep_monthly", "before_migration", "copy_to");

    /** The default settings. */
    public static final BackupSettings DEFAULT = new BackupSettings(7, 4, 12);

    /** The section {@code backup} of the settings. */
    public static BackupSettings of(Settings settings) {
        Optional<YamlNode> section = section(settings);
        return new BackupSettings(
                kept(section, "keep_daily", DEFAULT.keepDaily),
                kept(section, "keep_weekly", DEFAULT.keepWeekly),
                kept(section, "keep_monthly", DEFAULT.keepMonthly));
    }

    /** Whether a backup is taken before a new version changes the tables; it is, unless the settings say no. */
    public static boolean beforeMigration(Settings settings) {
        return section(settings)
                .flatMap(node -> node.find("before_migration"))
                .map(YamlNode::flag)
                .orElse(true);
    }

    /** The folder to which each backup is copied, such as another disk; empty for none. */
    public static Optional<Path> copyTo(Plant plant) {
        return section(plant.settings())
                .flatMap(node -> node.find("copy_to"))
                .map(node -> plant.home().directory().resolve(node.text()).normalize());
    }

    private static Optional<YamlNode> section(Settings settings) {
        Optional<YamlNode> section = settings.section("backup");
        section.ifPresent(node -> node.entries(KEYS));
        return section;
    }

    private static int kept(Optional<YamlNode> section, String key, int otherwise) {
        return YamlNode.integer(section, key, 0, 10_000, otherwise);
    }
}
