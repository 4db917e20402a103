package io.yieldline.ingest;

import io.yieldline.feed.HeaderMatch;
import org.jspecify.annotations.Nullable;

/** An export is refused whole: rolls back what was staged of it. */
final class ParkedException extends RuntimeException {
    private final @Nullable String feed;
    private final @Nullable String format;
    private final transient Tally tally;

    ParkedException(String reason) {
        this(reason, null, null, new Tally());
    }

    ParkedException(String reason, HeaderMatch header) {
        this(reason, header.feed().name(), null, new Tally());
    }

    ParkedException(String reason, Item.Opened opened, Tally tally) {
        this(reason, opened.header().feed().name(), opened.format().label(), tally);
    }

    private ParkedException(String reason, @Nullable String feed, @Nullable String format, Tally tally) {
        super(reason);
        this.feed = feed;
        this.format = format;
        this.tally = tally;
    }

    @Nullable
    String feed() {
        return feed;
    }

    @Nullable
    String format() {
        return format;
    }

    Tally tally() {
        return tally;
    }
}
