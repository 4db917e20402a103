package io.yieldline.ingest;

import io.yieldline.feed.HeaderMatch;
import io.yieldline.feed.Parsed;
import io.yieldline.source.Format;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an export yields on its way in, in this order: {@code Opened Rows* (End | Unreadable)}, or {@code Unreadable}. */
sealed interface Item {
    /** The header row fits a feed. */
    record Opened(Format format, @Nullable LocalDateTime createdAt, HeaderMatch header) implements Item {}

    /** The next rows. */
    record Rows(List<Parsed> rows) implements Item {}

    /** There are no more rows. */
    record End() implements Item {}

    /**
     * The file is wrong as a whole.
     *
     * @param unfinished whether it looks as a file does that is still being written
     */
    record Unreadable(String reason, boolean unfinished) implements Item {}
}
