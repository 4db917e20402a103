package io.yieldline.source;

/** The memory for the shared texts of a workbook, which stay in memory until its last row is read. */
public interface TextMemory {
    /**
     * Takes more memory; may wait until there is some.
     *
     * @param bytes number of bytes in addition to those taken before
     * @throws SourceException if the workbook needs too much, or if reading was stopped while waiting
     */
    void take(long bytes) throws SourceException;

    /** The memory of one workbook that is read alone: it may take so many bytes. */
    static TextMemory upTo(long most) {
        return new TextMemory() {
            private long taken;

            @Override
            public void take(long bytes) throws SourceException {
                taken += bytes;
                if (taken > most) {
                    throw exceeded(most);
                }
            }
        };
    }

    /** The error of a workbook that needs more than this. */
    static SourceException exceeded(long most) {
        return new SourceException(
                SourceException.Fault.TOO_LARGE,
                "the texts of the workbook need more than " + (most >> 20)
                        + " MB of memory; increase YIELDLINE_HEAP, or export a shorter period");
    }
}
