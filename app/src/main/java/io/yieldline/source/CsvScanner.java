package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.IOException;
import java.io.Reader;

/** Splits a delimited text into fields. Quotes must be closed and doubled inside a quoted field: guessing could shift cells. */
final class CsvScanner {
    private static final int END = -1;

    private final Reader in;
    private final char delimiter;
    private final StringBuilder field = new StringBuilder();
    private int current;
    private int line = 1;
    private int marks;

    CsvScanner(Reader in, char delimiter) throws IOException {
        this.in = in;
        this.delimiter = delimiter;
        this.current = in.read();
    }

    boolean hasRecord() {
        return current != END;
    }

    /** The current line, from 1. */
    int line() {
        return line;
    }

    String readField() throws IOException, SourceException {
        field.setLength(0);
        marks = 0;
        skipBlanks();
        if (current == '=') {
            readFormula();
        } else if (current == '"') {
            marks |= field.isEmpty() ? 0 : Cleaning.BLANKS_BESIDE_QUOTES.mark();
            field.setLength(0);
            readQuoted(line);
        } else {
            readPlain();
        }
        return field.toString();
    }

    /** What was cleaned in the field that was read last, as marks of {@link Cleaning}. */
    int marks() {
        return marks;
    }

    /** Blanks before a quote are no part of the field; before anything else they are. */
    private void skipBlanks() throws IOException {
        for (; isBlank(); current = in.read()) {
            append(current);
        }
    }

    private boolean isBlank() {
        return current != delimiter
                && (current == ' ' || current == '\t' || (current > 0 && CleanText.isBlank((char) current)));
    }

    /** A delimiter in the quotes of {@code ="..."} is part of the text. */
    private void readFormula() throws IOException, SourceException {
        append(current);
        current = in.read();
        if (current == '"') {
            field.setLength(0);
            readQuoted(line);
            marks |= Cleaning.TEXT_FORMULAS.mark();
        } else {
            readPlain();
        }
    }

    /** Moves to the next field; false at the end of the record, then at the next record. */
    boolean skipDelimiter() throws IOException {
        if (current == delimiter) {
            current = in.read();
            return true;
        }
        if (current != END) {
            advance();
        }
        return false;
    }

    private void readPlain() throws IOException {
        for (; !isFieldEnd(); current = in.read()) {
            append(current);
        }
    }

    private boolean isFieldEnd() {
        return current == delimiter || current == '\n' || current == '\r' || current == END;
    }

    private void readQuoted(int start) throws IOException, SourceException {
        current = in.read();
        while (current != '"' || isDoubled()) {
            if (current == END) {
                throw corrupt("the quote that opens in line " + start + " is never closed");
            }
            append(advance());
        }
        while (isBlank()) {
            current = in.read();
            marks |= Cleaning.BLANKS_BESIDE_QUOTES.mark();
        }
        if (!isFieldEnd()) {
            throw corrupt("a cell in line " + line + " continues after its closing quote");
        }
    }

    /** At a quote: whether it is the first of two, so that it stands for itself; skips it in any case. */
    private boolean isDoubled() throws IOException {
        current = in.read();
        return current == '"';
    }

    /** Consumes the current character; every line end is returned as a line feed. */
    private int advance() throws IOException {
        int taken = current;
        current = in.read();
        if (taken == '\r' && current == '\n') {
            current = in.read();
        }
        if (taken == '\r' || taken == '\n') {
            line++;
            return '\n';
        }
        return taken;
    }

    private void append(int character) {
        if (field.length() < RowBuilder.ENOUGH) {
            field.append((char) character);
        }
    }

    private static SourceException corrupt(String reason) {
        return new SourceException(Fault.CORRUPT, reason + "; correct it or export the file again");
    }
}
