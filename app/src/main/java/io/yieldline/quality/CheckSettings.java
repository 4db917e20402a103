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
 * What the section {@code checks} of the settings says: when the plant works, what must come, which names are right.
 *
 * @param workingDays weekdays with records of every feed
 * @param closedDays days without any, holidays for instance
 * @param graceHours hours after the midnight before the next working day at which the exports of a day are due
 * @param expectedFeeds feeds that must come; empty for those that ever came
 * @param knownNames names that are right, in upper case, by column; none where they are learned from the log
 */
record CheckSettings(
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

    static CheckSettings of(Optional<YamlNode> section) {
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

    /** When the exports of a day are due: on the next working day, since nobody exports on the days between. */
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
