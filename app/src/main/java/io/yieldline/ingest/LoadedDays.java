package io.yieldline.ingest;

import java.time.LocalDate;

/**
 * The days on which the records of an export ended.
 *
 * @param count how many days there are, of those from the first to the last
 */
public record LoadedDays(LocalDate first, LocalDate last, long count) {
    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + " to " + last;
    }
}
