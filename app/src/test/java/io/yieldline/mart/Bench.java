package io.yieldline.mart;

import static io.yieldline.mart.Work.blank;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A record of the testboard feed, as far as marts look at it. */
record Bench(
        String serial,
        @Nullable String model,
        String part,
        String process,
        String station,
        @Nullable String fixture,
        LocalDateTime ended,
        String verdict,
        @Nullable String errorCode) {
    /** From words such as {@code U1 SXM6 P1 REF BAT NC1 2025-04-07T08:00 fail EC006}; {@code -} is blank. */
    static Bench of(String words) {
        String[] word = words.split(" ");
        return new Bench(
                word[0],
                blank(word[1]),
                word[2],
                word[3],
                word[4],
                blank(word[5]),
                LocalDateTime.parse(word[6]),
                word[7],
                blank(word[8]));
    }
}
