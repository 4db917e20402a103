package io.yieldline.schedule;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The policy for slots that were due while the server was not running, or while the job was still running. */
public enum MisfirePolicy {
    /** Run every missed slot, in order. */
    ALL,
    /** Run only the latest missed slot. */
    LAST,
    /** Skip missed slots. */
    NONE;

    static List<String> words() {
        return Stream.of(values()).map(MisfirePolicy::word).toList();
    }

    static MisfirePolicy of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The name in the settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
