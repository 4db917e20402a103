package io.yieldline.insight;

import java.util.Comparator;

/**
 * What a series is about.
 *
 * @param model the model of the units
 * @param station the station, as spelled in the export
 * @param name the fixture or error code, empty if it is blank; empty for a station
 */
public record Subject(SeriesKind kind, String model, String station, String name) implements Comparable<Subject> {
    private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::kind)
            .thenComparing(Subject::model)
            .thenComparing(Subject::station)
            .thenComparing(Subject::name);

    /** The subject of a sentence that goes on with {@code fails}, such as {@code Tesla SXM4 at FLA on fixture NV-NC0008}. */
    public String words() {
        String place = model + " at " + station;
        return switch (kind) {
            case STATION -> place;
            case FIXTURE -> place + (name.isEmpty() ? " without a fixture" : " on fixture " + name);
            case ERROR_CODE -> place + (name.isEmpty() ? " without an error code" : " with " + name);
        };
    }

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }
}
