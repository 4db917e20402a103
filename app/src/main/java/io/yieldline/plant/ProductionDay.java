package io.yieldline.plant;

import io.yieldline.yaml.YamlNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When the day of the plant starts, and its shifts. All days of records follow from {@link #of}: with a start at 06:00, the night
 * shift counts whole on the day on which it began.
 *
 * @param starts the time of day at which the production day starts; midnight unless the rules say otherwise
 * @param shifts the start of each shift by its name, earliest in the production day first; empty if the plant has none
 */
public record ProductionDay(LocalTime starts, Map<String, LocalTime> shifts) {
    static final String STARTS = "day_starts";
    static final String SHIFTS = "shifts";

    /** Reads the two rules; a shift must begin with the day, because no shift belongs to two days. */
    static ProductionDay of(YamlNode rules) {
        LocalTime starts = rules.find(STARTS).map(YamlNode::timeOfDay).orElse(LocalTime.MIDNIGHT);
        return rules.find(SHIFTS)
                .map(shifts -> new ProductionDay(starts, shifts(shifts, starts)))
                .orElse(new ProductionDay(starts, Map.of()));
    }

    /** The production day of a plant time. */
    public LocalDate of(LocalDateTime time) {
        return time.toLocalTime().isBefore(starts) ? time.toLocalDate().minusDays(1) : time.toLocalDate();
    }

    /** How many minutes of its production day are over at a time of day: 0 when it starts. */
    public int minute(LocalTime time) {
        return (int) Duration.ofNanos(sinceStart(time, starts)).toMinutes();
    }

    /** The shift at a time of day; null if the plant has no shifts. */
    public @Nullable String shift(LocalTime time) {
        String last = null;
        for (Map.Entry<String, LocalTime> shift : shifts.entrySet()) {
            last = sinceStart(shift.getValue(), starts) <= sinceStart(time, starts) ? shift.getKey() : last;
        }
        return last;
    }

    private static Map<String, LocalTime> shifts(YamlNode yaml, LocalTime starts) {
        Map<String, LocalTime> shifts = yaml.entries().entrySet().stream()
                .map(shift -> Map.entry(shift.getKey(), shift.getValue().timeOfDay()))
                .sorted(Comparator.comparing(shift -> sinceStart(shift.getValue(), starts)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
        if (shifts.values().stream().distinct().count() < shifts.size()) {
            throw yaml.wrong("two shifts start at the same time");
        }
        if (!shifts.containsValue(starts)) {
            throw yaml.wrong(
                    "no shift starts at " + starts + ", when the day starts; correct " + STARTS + ", or add the shift");
        }
        return shifts;
    }

    private static long sinceStart(LocalTime time, LocalTime starts) {
        return Math.floorMod(time.toNanoOfDay() - starts.toNanoOfDay(), LocalTime.MAX.toNanoOfDay() + 1);
    }

    @Override
    public String toString() {
        return RecordText.of(this);
    }
}
