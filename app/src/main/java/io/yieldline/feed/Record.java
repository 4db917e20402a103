package io.yieldline.feed;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row after cleaning and typing.
 *
 * @param rowNumber row number in the export
 * @param identity hash of the identity columns: equal for records of the same event
 * @param content hash of the content columns: differs between revisions of an event
 * @param values the stored columns of the feed, then the derived ones
 * @param endedAt the end time, in plant time
 * @param day the production day of the end time
 * @param endsBeforeStart whether its end is before its start, by the instants
 * @param withoutSeconds the rejection if the feed has times with seconds, and the start or end of this row has none; else null
 */
public record Record(
        int rowNumber,
        UUID identity,
        UUID content,
        @Nullable Object[] values,
        LocalDateTime endedAt,
        LocalDate day,
        boolean endsBeforeStart,
        @Nullable Rejection withoutSeconds)
        implements Parsed {}
