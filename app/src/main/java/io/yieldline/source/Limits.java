package io.yieldline.source;

/** What Excel allows in a sheet, and what no honest export reaches. */
final class Limits {
    /** Characters in a cell. */
    static final int CELL_CHARACTERS = 32_767;

    static final int COLUMNS = 16_384;
    static final int ROWS = 1_048_576;

    /** Bytes of one tag, text or comment. */
    static final int TOKEN_BYTES = 4 << 20;

    /** Bytes of a document that must be read as a whole. */
    static final long DOCUMENT_BYTES = 64L << 20;

    private Limits() {}
}
