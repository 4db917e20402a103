package io.yieldline.source;

import java.util.Locale;

/** What was removed from a cell, or guessed about it, so that it reads as people see it. */
public enum Cleaning {
    /** An escaped character of a workbook, such as {@code _x000D_}. */
    ESCAPES,
    /** A control character, as scanners and terminals add. */
    CONTROL_CHARACTERS,
    /** A no-break, wide or zero-width blank, or a byte order mark. */
    UNUSUAL_BLANKS,
    /** A text in a formula, {@code ="..."}, as some programs write it to save leading zeros. */
    TEXT_FORMULAS,
    /** Blanks between a delimiter and a quote. */
    BLANKS_BESIDE_QUOTES,
    /** A word that means blank, such as {@code NULL}; each feed lists its own. */
    WORDS_FOR_BLANK,
    /** A spreadsheet error in a column that only describes: read as blank. */
    ERRORS_AS_BLANK,
    /** A number under a date format in a column of identifiers: read as that number. */
    NUMBERS_UNDER_DATE_FORMATS,
    /** What the feed says to remove, such as a prefix of a scanner. */
    SCANNER_PREFIXES;

    /** The kind in reports, such as {@code unusual blanks}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The mark of this kind among those of a cell. */
    int mark() {
        return 1 << ordinal();
    }

    /** Whether it is among the marks of a cell. */
    public boolean in(int marks) {
        return (marks & mark()) != 0;
    }
}
