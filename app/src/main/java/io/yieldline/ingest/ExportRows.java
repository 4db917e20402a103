package io.yieldline.ingest;

import io.yieldline.UserError;
import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import io.yieldline.feed.Parsed;
import io.yieldline.feed.Record;
import io.yieldline.feed.Rejection;
import io.yieldline.plant.Plant;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parsed rows of one export, for inspection: nothing is archived or loaded.
 *
 * @param feed the feed of its header
 * @param writtenAt when the document was written, by its own properties, in UTC; empty where they do not say, as in CSV
 * @param records the accepted rows, in file order
 * @param rejections the rejected rows
 */
public record ExportRows(
        Feed feed, Optional<LocalDateTime> writtenAt, List<Record> records, List<Rejection> rejections) {

    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 3;
    private static final Runnable PATIENT = () -> {};

    /** Reads a whole export; refuses an unreadable export with the same reason as ingest. */
    public static ExportRows read(Path path, Feeds feeds, Plant plant) {
        ExportReading reading = new ExportReading(path, feeds, plant, new ReadingMemory(1));
        Thread thread = new Thread(reading, "yieldline-look");
        thread.setDaemon(true);
        thread.start();
        try {
            return read(path, reading);
        } finally {
            reading.abandon();
        }
    }

    private static ExportRows read(Path path, ExportReading reading) {
        Item.Opened opened = (Item.Opened) readable(path, reading.next(PATIENT));
        List<Parsed> rows = new ArrayList<>();
        long bytes = 0;
        for (Item item = reading.next(PATIENT); !(item instanceof Item.End); item = reading.next(PATIENT)) {
            rows.addAll(((Item.Rows) readable(path, item)).rows());
            bytes += item.bytes();
            refuseBeyond(MOST_BYTES, bytes, path);
        }
        List<Record> records = only(Record.class, rows);
        return new ExportRows(
                opened.header().feed(), Optional.ofNullable(opened.writtenAt()), records, only(Rejection.class, rows));
    }

    private static void refuseBeyond(long most, long bytes, Path path) {
        if (bytes > most) {
            throw new UserError(path + ": its rows need more than " + (most >> 20)
                    + " MB of memory; increase YIELDLINE_HEAP, or load the export and query the master log");
        }
    }

    private static Item readable(Path path, Item item) {
        if (item instanceof Item.Stopped) {
            throw new UserError(path + ": reading was stopped");
        }
        if (item instanceof Item.Unreadable wrong) {
            throw new UserError(path + ": " + wrong.reason());
        }
        return item;
    }

    private static <T> List<T> only(Class<T> type, List<Parsed> rows) {
        return rows.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
