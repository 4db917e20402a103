package io.yieldline.ingest;

import io.yieldline.source.SourceException;
import io.yieldline.source.TextMemory;
import java.util.function.BooleanSupplier;

/** The memory for the shared texts of one export. */
final class ReadingTexts implements TextMemory, AutoCloseable {
    private static final long PAUSE_MILLIS = 20;

    private final ReadingMemory memory;
    private final BooleanSupplier waits;
    private long taken;
    private long ahead;

    /**
     * Takes from the memory of the run.
     *
     * @param waits whether the export is still read ahead, and wanted
     */
    ReadingTexts(ReadingMemory memory, BooleanSupplier waits) {
        this.memory = memory;
        this.waits = waits;
    }

    @Override
    public void take(long bytes) throws SourceException {
        taken += bytes;
        if (taken > memory.mostTexts()) {
            throw TextMemory.exceeded(memory.mostTexts());
        }
        while (waits.getAsBoolean()) {
            if (memory.takeAhead(bytes)) {
                ahead += bytes;
                return;
            }
            pause();
        }
    }

    private static void pause() throws SourceException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SourceException.stopped();
        }
    }

    @Override
    public void close() {
        memory.giveBack(ahead);
        ahead = 0;
    }
}
