package io.yieldline.ingest;

import io.yieldline.feed.Cleanings;
import io.yieldline.feed.HeaderMatch;
import io.yieldline.feed.Parsed;
import io.yieldline.source.Format;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items of an export, in this order: {@code Opened Rows* (End | Unreadable)}, or {@code Unreadable};
 * instead of any of them {@code Stopped}.
 */
sealed interface Item {
    /** Memory of its rows. */
    default long bytes() {
        return 0;
    }

    /** The header row matches a feed. */
    record Opened(Format format, @Nullable LocalDateTime writtenAt, HeaderMatch header) implements Item {}

    /** The next rows, with their memory in bytes. */
    record Rows(List<Parsed> rows, long bytes) implements Item {}

    /**
     * End of the rows.
     *
     * @param cleanings what was cleaned in them
     * @param unknownColumns columns of their tables that are none of the feed
     * @param missingColumns optional columns of the feed that a table lacks
     * @param remarks what the user should know of the tables, and of the rows that are no records
     */
    record End(Cleanings cleanings, List<String> unknownColumns, List<String> missingColumns, List<String> remarks)
            implements Item {}

    /**
     * The file is unreadable.
     *
     * @param unfinished whether it may still be written
     */
    record Unreadable(String reason, boolean unfinished) implements Item {}

    /** Reading was stopped before the end. */
    record Stopped() implements Item {}
}
