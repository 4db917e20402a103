package io.yieldline.backup;

import io.yieldline.plant.Settings;
import io.yieldline.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/**
 * Retention of backups: the newest of each of the last days, weeks and months that have one.
 *
 * @param keepDaily days; also the days for which backups for undo are kept
 * @param keepWeekly ISO weeks
 * @param keepMonthly months
 */
public record BackupSettings(int keepDaily, int keepWeekly, int keepMonthly) {
    /** The default settings. */
    public static final BackupSettings DEFAULT = new BackupSettings(7, 4, 12);

    /** The section {@code backup} of the settings. */
    public static BackupSettings of(Settings settings) {
        Optional<YamlNode> section = settings.section("backup");
        section.ifPresent(node -> node.entries(List.of("keep_daily", "keep_weekly", "keep_monthly")));
        return new BackupSettings(
                number(section, "keep_daily", DEFAULT.keepDaily),
                number(section, "keep_weekly", DEFAULT.keepWeekly),
                number(section, "keep_monthly", DEFAULT.keepMonthly));
    }

    private static int number(Optional<YamlNode> section, String key, int otherwise) {
        return section.flatMap(node -> node.find(key))
                .map(node -> node.integer(0, 10_000))
                .orElse(otherwise);
    }
}
