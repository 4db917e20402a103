package io.yieldline.ingest;

import io.yieldline.feed.Cleanings;
import io.yieldline.feed.Feeds;
import io.yieldline.feed.Parsed;
import io.yieldline.feed.RecordParser;
import io.yieldline.plant.Plant;
import io.yieldline.source.ReadingBudget;
import io.yieldline.source.RowReader;
import io.yieldline.source.Source;
import io.yieldline.source.SourceException;
import io.yieldline.source.SourceException.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads one archived export on a separate thread and passes batches of rows through a queue of bounded memory, so that memory
 * use is independent of the size of the file and of its cells.
 */
final class ExportReading implements Runnable {
    private static final int BATCH = 500;
    private static final long BATCH_BYTES = 1 << 20;

    /** The errors of a file that is still being written. */
    private static final Set<Fault> UNFINISHED =
            EnumSet.of(Fault.EMPTY, Fault.TRUNCATED, Fault.CORRUPT, Fault.CHECKSUM, Fault.UNREADABLE);

    private final Path path;
    private final Feeds feeds;
    private final Plant plant;
    private final ReadingMemory memory;
    private final ItemQueue queue;
    private volatile boolean ahead = true;
    private volatile boolean abandoned;

    ExportReading(Path path, Feeds feeds, Plant plant, ReadingMemory memory) {
        this.path = path;
        this.feeds = feeds;
        this.plant = plant;
        this.memory = memory;
        this.queue = new ItemQueue(memory.mostRows());
    }

    /**
     * The next item, which has its turn now; blocks until available.
     *
     * @param waiting called again and again while there is none; may throw to end the wait
     */
    Item next(Runnable waiting) {
        ahead = false;
        try {
            Item item = queue.poll();
            while (item == null && !abandoned) {
                waiting.run();
                item = queue.poll();
            }
            return item == null ? new Item.Stopped() : item;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Item.Stopped();
        }
    }

    /** Stops reading. */
    void abandon() {
        abandoned = true;
    }

    @Override
    public void run() {
        try (ReadingTexts texts = new ReadingTexts(memory, () -> ahead && !abandoned)) {
            read(ReadingBudget.of(path, texts, () -> abandoned));
        }
    }

    private void read(ReadingBudget budget) {
        try (RowReader reader = Source.open(path, budget)) {
            read(reader);
        } catch (SourceException e) {
            refuse(e.getMessage(), UNFINISHED.contains(e.fault()));
        } catch (UnfitException e) {
            refuse(String.valueOf(e.getMessage()), false);
        } catch (RuntimeException | Error e) {
            refuse("reading failed unexpectedly (" + e + "); please report it with the file", true);
        }
    }

    /** An interrupt also closes the file, so that readers report any kind of error. */
    private void refuse(String reason, boolean unfinished) {
        boolean stopped = abandoned || Thread.currentThread().isInterrupted();
        put(stopped ? new Item.Stopped() : new Item.Unreadable(reason, unfinished));
    }

    private void read(RowReader reader) throws SourceException {
        Cleanings cleanings = new Cleanings();
        ExportTables tables = new ExportTables(
                reader,
                feeds,
                header ->
                        new RecordParser(header, plant.rules(), plant.settings().zone(), cleanings));
        put(new Item.Opened(reader.format(), reader.writtenAt().orElse(null), tables.header()));
        Batch batch = new Batch();
        for (Parsed row = tables.next(); row != null; row = tables.next()) {
            batch.add(row, tables.bytes());
            if (batch.isFull()) {
                put(batch.rows());
                batch = new Batch();
            }
        }
        put(batch.rows());
        put(new Item.End(cleanings, tables.unknownColumns(), tables.missingColumns(), tables.remarks()));
    }

    private static final class Batch {
        private final List<Parsed> rows = new ArrayList<>(BATCH);
        private long bytes;

        void add(Parsed row, long size) {
            rows.add(row);
            bytes += size;
        }

        boolean isFull() {
            return rows.size() == BATCH || bytes >= BATCH_BYTES;
        }

        Item rows() {
            return new Item.Rows(rows, bytes);
        }
    }

    private void put(Item item) {
        try {
            while (!abandoned && !queue.offer(item)) {
                // The loader is busy; check again whether it still needs this export.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandoned = true;
        }
    }
}
