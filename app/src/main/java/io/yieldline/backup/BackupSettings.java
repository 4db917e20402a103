package io.yieldline.backup;

import io.yieldline.plant.Settings;
import io.yieldline.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/**
 * How many backups are kept: the newest of each of the last days, weeks and months that have one.
 *
 * @param keepDaily days; as long is kept what a run can be undone with
 * @param keepWeekly ISO weeks
 * @param keepMonthly months
 */
public record BackupSettings(int keepDaily, int keepWeekly, int keepMonthly) {
    /** What applies where the settings say nothing. */
    public static final BackupSettings DEFAULT = new BackupSettings(7, 4, 12);

    /** What section {@code backup} of the settings says. */
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
