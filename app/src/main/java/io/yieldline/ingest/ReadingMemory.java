package io.yieldline.ingest;

/**
 * The heap that all readings of one run share, however many read in parallel: a third for the texts of the export that is
 * being loaded, a sixth for the texts of those read ahead, a twelfth for rows on their way to the loader. An export read
 * ahead whose texts do not fit waits for its turn.
 */
final class ReadingMemory {
    private final long heap = Runtime.getRuntime().maxMemory();
    private final int readings;
    private long ahead;

    /** For so many parallel readings. */
    ReadingMemory(int readings) {
        this.readings = readings;
    }

    /** Bytes of the shared texts of one export. */
    long mostTexts() {
        return heap / 3;
    }

    /** Bytes of the rows of one export that wait for the loader. */
    long mostRows() {
        return heap / 12 / readings;
    }

    /** Takes bytes for the texts of an export that is read ahead; false if there are not so many. */
    synchronized boolean takeAhead(long bytes) {
        boolean free = ahead + bytes <= heap / 6;
        ahead += free ? bytes : 0;
        return free;
    }

    /** Returns them. */
    synchronized void giveBack(long bytes) {
        ahead -= bytes;
    }
}
