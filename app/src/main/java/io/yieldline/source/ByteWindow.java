package io.yieldline.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A buffer on a byte stream for a reader; anything unexpected throws {@link NotPlainSheetException}. */
final class ByteWindow {
    private static final int START = 1 << 16;
    private static final int WIDEST = 1 << 22;

    private final InputStream in;
    private byte[] buffer = new byte[START];
    private int position;
    private int end;
    private int whole;

    ByteWindow(InputStream in) {
        this.in = in;
    }

    byte peek() {
        if (position >= end) {
            throw new NotPlainSheetException();
        }
        return buffer[position];
    }

    byte take() {
        byte next = peek();
        position++;
        return next;
    }

    void require(byte expected) {
        if (take() != expected) {
            throw new NotPlainSheetException();
        }
    }

    void require(byte[] expected) {
        if (!skip(expected)) {
            throw new NotPlainSheetException();
        }
    }

    /** Skips one byte, if it matches. */
    void skip(byte expected) {
        if (peek() == expected) {
            position++;
        }
    }

    /** Skips bytes, if they match. */
    boolean skip(byte[] expected) {
        if (!standsAt(position, expected)) {
            return false;
        }
        position += expected.length;
        return true;
    }

    void skipThrough(byte last) {
        while (take() != last) {
            // The value is ignored.
        }
    }

    /** Skips blanks, reading more if necessary. */
    void skipBlanks() throws IOException {
        do {
            while (position < end && buffer[position] <= ' ' && buffer[position] >= 0) {
                position++;
            }
        } while (position == end && fill());
    }

    /** The attribute name, if it has one letter, otherwise another letter. Moves to its value. */
    byte attributeName() {
        byte first = letter();
        boolean oneLetter = peek() == '=';
        while (peek() != '=') {
            letter();
        }
        position++;
        require((byte) '"');
        return oneLetter ? first : (byte) '?';
    }

    private byte letter() {
        byte next = take();
        boolean letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == ':';
        if (!letter) {
            throw new NotPlainSheetException();
        }
        return next;
    }

    /** A whole number of digits. */
    int number() {
        long number = 0;
        int start = position;
        while (peek() >= '0' && peek() <= '9' && position - start < 10) {
            number = number * 10 + take() - '0';
        }
        if (position == start || number > Integer.MAX_VALUE) {
            throw new NotPlainSheetException();
        }
        return (int) number;
    }

    /** The plain text before a byte. */
    String textUpTo(byte last) {
        int start = position;
        while (peek() != last) {
            if (take() <= ' ' || buffer[position - 1] == '&') {
                throw new NotPlainSheetException();
            }
        }
        return new String(buffer, start, position - start, StandardCharsets.ISO_8859_1);
    }

    /** All text through these bytes, which are skipped. */
    String through(byte[] last) throws IOException {
        int length = last.length;
        hold(length);
        while (!standsAt(position + length - last.length, last)) {
            hold(++length);
            if (end - position < length) {
                throw new NotPlainSheetException();
            }
        }
        position += length;
        return new String(buffer, position - length, length, StandardCharsets.UTF_8);
    }

    /** Fills the buffer with this many bytes, if available. */
    void hold(int length) throws IOException {
        while (end - position < length && fill()) {
            // A stream may return fewer bytes than requested.
        }
    }

    /**
     * Fills the buffer up to the next end of a row. Its last one is looked for backwards, once for all rows in front of it: a search for
     * each row would look at every byte of the sheet.
     */
    void holdRow(byte[] rowEnd) throws IOException {
        int searched = 0;
        while (whole <= position) {
            whole = lastEnd(rowEnd, position + searched);
            searched = Math.max(0, end - position - rowEnd.length + 1);
            if (whole <= position && !fill()) {
                throw new NotPlainSheetException();
            }
        }
    }

    /** Where the last of these bytes ends that do not begin before a place; 0 if there are none. */
    private int lastEnd(byte[] bytes, int first) {
        for (int i = end - bytes.length; i >= first; i--) {
            if (standsAt(i, bytes)) {
                return i + bytes.length;
            }
        }
        return 0;
    }

    /** Reads to the end to verify the checksum. */
    void drain() throws IOException {
        while (in.read(buffer, 0, buffer.length) >= 0) {
            // Only for the checksum.
        }
    }

    void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean standsAt(int place, byte[] expected) {
        return place + expected.length <= end
                && Arrays.equals(buffer, place, place + expected.length, expected, 0, expected.length);
    }

    /** Reads more; false at the end of the stream. */
    private boolean fill() throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, end - position);
            end -= position;
            whole -= position;
            position = 0;
        }
        if (end == buffer.length) {
            if (end == WIDEST) {
                throw new NotPlainSheetException();
            }
            buffer = Arrays.copyOf(buffer, 2 * end);
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read >= 0;
    }
}
