package io.yieldline.quality;

import io.yieldline.yaml.YamlNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The section {@code checks} of the settings: working days, expected feeds, known names.
 *
 * @param workingDays weekdays with records of every feed
 * @param closedDays days without records, such as holidays
 * @param graceHours due time of the exports of a day, in hours after the start of the next working day
 * @param expectedFeeds expected feeds; empty for all feeds that ever arrived
 * @param knownNames known names in upper case, by column; empty if they are learned from the log
 */
public record CheckSettings(
        Set<DayOfWeek> workingDays,
        Set<LocalDate> closedDays,
        int graceHours,
        List<String> expectedFeeds,
        Map<String, List<String>> knownNames) {
    private static final Set<DayOfWeek> MONDAY_TO_FRIDAY = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final List<String> KEYS =
            List.of("working_days", "closed_days", "grace_hours", "expected_feeds", "known_models", "known_stations");
    private static final List<String> WEEKDAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.name().toLowerCase(Locale.ROOT))
            .toList();

    /** Reads and validates the section; missing keys have defaults. */
    public static CheckSettings of(Optional<YamlNode> section) {
        section.ifPresent(yaml -> yaml.entries(KEYS));
        return new CheckSettings(
                find(section, "working_days").map(CheckSettings::weekdays).orElse(MONDAY_TO_FRIDAY),
                find(section, "closed_days").map(CheckSettings::days).orElse(Set.of()),
                find(section, "grace_hours").map(yaml -> yaml.integer(0, 240)).orElse(12),
                find(section, "expected_feeds").map(YamlNode::texts).orElse(List.of()),
                Map.of("model", names(section, "known_models"), "station", names(section, "known_stations")));
    }

    /** Whether records of every feed are expected on a day. */
    boolean works(LocalDate day) {
        return workingDays.contains(day.getDayOfWeek()) && !closedDays.contains(day);
    }

    /** The due time of the exports of a day: on the next working day, because nobody exports on the days between. */
    LocalDateTime due(LocalDate day) {
        LocalDate next = day.plusDays(1);
        for (int tried = 0; !works(next) && tried < 31; tried++) {
            next = next.plusDays(1);
        }
        return next.atStartOfDay().plusHours(graceHours);
    }

    private static Optional<YamlNode> find(Optional<YamlNode> section, String key) {
        return section.flatMap(yaml -> yaml.find(key));
    }

    private static List<String> names(Optional<YamlNode> section, String key) {
        return find(section, key).map(YamlNode::texts).orElse(List.of()).stream()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .toList();
    }

    private static Set<DayOfWeek> weekdays(YamlNode yaml) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        yaml.items()
                .forEach(item -> days.add(DayOfWeek.valueOf(item.oneOf(WEEKDAYS).toUpperCase(Locale.ROOT))));
        if (days.isEmpty()) {
            throw yaml.wrong("name at least one working day");
        }
        return days;
    }

    private static Set<LocalDate> days(YamlNode yaml) {
        Set<LocalDate> days = new HashSet<>();
        yaml.items().forEach(item -> days.add(item.day()));
        return days;
    }
}
