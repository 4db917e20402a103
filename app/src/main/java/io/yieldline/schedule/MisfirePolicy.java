package io.yieldline.schedule;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is done about slots that came due while nobody was there to run them, or while the job still ran. */
public enum MisfirePolicy {
    /** Each of them is run, in order. */
    ALL,
    /** The latest stands for all. */
    LAST,
    /** None is made up for: the next one is waited for. */
    NONE;

    static List<String> words() {
        return Stream.of(values()).map(MisfirePolicy::word).toList();
    }

    static MisfirePolicy of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The word in the settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
