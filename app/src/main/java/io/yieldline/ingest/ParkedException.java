package io.yieldline.ingest;

import io.yieldline.feed.HeaderMatch;
import io.yieldline.warehouse.DatabaseFault;
import org.jspecify.annotations.Nullable;

/** An export is parked: rolls back its staged records. */
final class ParkedException extends RuntimeException {
    private final @Nullable String feed;
    private final @Nullable String format;
    private final boolean unfinished;
    private final transient Tally tally;

    ParkedException(Item.Unreadable unreadable) {
        this(unreadable.reason(), null, null, unreadable.unfinished(), new Tally());
    }

    /** The export needs more memory than the database may take. */
    ParkedException(DatabaseFault fault) {
        this(String.valueOf(fault.getMessage()), null, null, false, new Tally());
    }

    ParkedException(Item.Unreadable unreadable, HeaderMatch header) {
        this(unreadable.reason(), header.feed().name(), null, unreadable.unfinished(), new Tally());
    }

    ParkedException(String reason, Item.Opened opened, Tally tally) {
        this(reason, opened.header().feed().name(), opened.format().label(), false, tally);
    }

    private ParkedException(
            String reason, @Nullable String feed, @Nullable String format, boolean unfinished, Tally tally) {
        super(reason);
        this.feed = feed;
        this.format = format;
        this.unfinished = unfinished;
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

    /** Whether the file may still be written. */
    boolean unfinished() {
        return unfinished;
    }

    Tally tally() {
        return tally;
    }
}
