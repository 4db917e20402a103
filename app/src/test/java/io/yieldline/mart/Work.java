package io.yieldline.mart;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A record of the workstation feed, as far as marts look at it. */
record Work(
        String serial,
        @Nullable String model,
        String part,
        String station,
        LocalDateTime ended,
        @Nullable String flow,
        String verdict) {
    /** From words such as {@code U1 SXM6 P1 FI 2025-04-07T08:00 REF fail}; {@code -} is blank. */
    static Work of(String words) {
        String[] word = words.split(" ");
        return new Work(
                word[0], blank(word[1]), word[2], word[3], LocalDateTime.parse(word[4]), blank(word[5]), word[6]);
    }

    static @Nullable String blank(String word) {
        return word.equals("-") ? null : word.replace('_', ' ');
    }
}
