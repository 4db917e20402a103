package io.yieldline.ingest;

import io.yieldline.feed.Feeds;
import io.yieldline.feed.HeaderMatch;
import io.yieldline.feed.Parsed;
import io.yieldline.feed.RecordParser;
import io.yieldline.plant.Plant;
import io.yieldline.source.Row;
import io.yieldline.source.RowReader;
import io.yieldline.source.Source;
import io.yieldline.source.SourceException;
import io.yieldline.source.SourceException.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads one archived export on a separate thread and passes batches of rows through a short queue, so that memory use is
 * independent of the file size.
 */
final class ExportReading implements Runnable {
    private static final int BATCH = 500;
    private static final int QUEUE = 24;

    /** Maximum number of titles and blank lines above the header row. */
    private static final int HEADER_ROWS = 20;

    /** The errors of a file that is still being written. */
    private static final Set<Fault> UNFINISHED =
            EnumSet.of(Fault.EMPTY, Fault.TRUNCATED, Fault.CORRUPT, Fault.CHECKSUM, Fault.UNREADABLE);

    private final Path path;
    private final Feeds feeds;
    private final Plant plant;
    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(QUEUE);
    private volatile boolean abandoned;

    ExportReading(Path path, Feeds feeds, Plant plant) {
        this.path = path;
        this.feeds = feeds;
        this.plant = plant;
    }

    /** The next item; blocks until available. */
    Item next() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + path, e);
        }
    }

    /** Stops reading. */
    void abandon() {
        abandoned = true;
    }

    @Override
    public void run() {
        try (RowReader reader = Source.open(path)) {
            read(reader);
        } catch (SourceException e) {
            put(new Item.Unreadable(e.getMessage(), UNFINISHED.contains(e.fault())));
        } catch (RuntimeException | Error e) {
            put(new Item.Unreadable("reading failed unexpectedly (" + e + "); please report it with the file", true));
        }
    }

    private void read(RowReader reader) throws SourceException {
        HeaderMatch best = null;
        for (int i = 0; i < HEADER_ROWS; i++) {
            Row row = reader.next();
            if (row == null) {
                break;
            }
            HeaderMatch match = feeds.match(texts(row));
            best = better(best, match);
            if (match.complete()) {
                readRows(reader, match);
                return;
            }
        }
        put(new Item.Unreadable(HeaderText.unfit(Optional.ofNullable(best)), false));
    }

    private void readRows(RowReader reader, HeaderMatch header) throws SourceException {
        if (!header.repeated().isEmpty()) {
            put(new Item.Unreadable(HeaderText.repeated(header), false));
            return;
        }
        put(new Item.Opened(reader.format(), reader.createdAt().orElse(null), header));
        RecordParser parser =
                new RecordParser(header, plant.rules(), plant.settings().zone());
        List<Parsed> batch = new ArrayList<>(BATCH);
        for (Row row = reader.next(); row != null && !abandoned; row = reader.next()) {
            if (!row.isBlank()) {
                batch.add(parser.parse(row));
            }
            if (batch.size() == BATCH) {
                put(new Item.Rows(batch));
                batch = new ArrayList<>(BATCH);
            }
        }
        put(new Item.Rows(batch));
        put(new Item.End());
    }

    private void put(Item item) {
        try {
            while (!abandoned && !queue.offer(item, 100, TimeUnit.MILLISECONDS)) {
                // The loader is busy; check again whether it still needs this export.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandoned = true;
        }
    }

    private static HeaderMatch better(@Nullable HeaderMatch best, HeaderMatch match) {
        return best == null || match.matchedColumns() > best.matchedColumns() ? match : best;
    }

    private static List<@Nullable String> texts(Row row) {
        List<@Nullable String> texts = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            texts.add(row.text(i));
        }
        return texts;
    }
}
