package io.yieldline.source;

/** Limits of Excel sheets, and of plausible exports. */
final class SheetLimits {
    static final int COLUMNS = 16_384;
    static final int ROWS = 1_048_576;

    /** Bytes of one tag, text or comment of an XML document: twice the longest cell of Excel in its longest spelling. */
    static final int TOKEN_BYTES = 512 << 10;

    /** Attributes of one element of an XML document. */
    static final int ATTRIBUTES = 256;

    /** Different names in an XML document; a workbook needs about a hundred. */
    static final int NAMES = 2_000;

    /** Entries of a list that a workbook, page or archive keeps in memory: sheets, relationships, formats, tables, parts. */
    static final int ENTRIES = 10_000;

    /** Bytes of one row of a web page, or between rows. */
    static final int HTML_ROW_BYTES = 1 << 20;

    /** Nesting depth of tags. */
    static final int DEPTH = 256;

    /** Bytes of a web page. */
    static final int PAGE_BYTES = 64 << 20;

    /** Bytes of a web archive, which is read completely. */
    static final int ARCHIVE_BYTES = 16 << 20;

    private SheetLimits() {}
}
