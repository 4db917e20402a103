package io.yieldline.source;

/** What Excel allows in a sheet, and what no honest export reaches. */
final class Limits {
    /** Characters in a cell. */
    static final int CELL_CHARACTERS = 32_767;

    static final int COLUMNS = 16_384;
    static final int ROWS = 1_048_576;

    /** Bytes of one tag, text or comment of an XML document. */
    static final int TOKEN_BYTES = 4 << 20;

    /** Bytes of one row of a web page, or of what stands between rows. */
    static final int HTML_ROW_BYTES = 1 << 20;

    /** Tags inside one another. */
    static final int DEPTH = 256;

    /** Bytes of a document that must be read as a whole. */
    static final long DOCUMENT_BYTES = 64L << 20;

    private Limits() {}
}
