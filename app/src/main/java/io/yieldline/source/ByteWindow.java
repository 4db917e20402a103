package io.yieldline.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A buffer on a byte stream for a reader; anything unexpected throws {@link NotPlainException}. */
final class ByteWindow {
    /** Stands in a text for bytes that are no character. */
    static final char REPLACEMENT = '\uFFFD';

    private static final int START = 1 << 16;
    private static final int WIDEST = SheetLimits.TOKEN_BYTES;
    private static final byte DELETE = 0x7F;
    private static final Pattern OTHER_ENCODING = Pattern.compile("(?i)encoding\\s*=\\s*[\"'](?!utf-8[\"'])");

    private final InputStream in;
    private byte[] buffer = new byte[START];
    private int position;
    private int end;
    private int whole;

    ByteWindow(InputStream in) {
        this.in = in;
    }

    /** The bytes of a text to look for. */
    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Where it stands; valid until it reads more. */
    int place() {
        return position;
    }

    /** Goes back to a place. */
    void back(int place) {
        position = place;
    }

    byte peek() {
        if (position >= end) {
            throw new NotPlainException();
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
            throw new NotPlainException();
        }
    }

    void require(byte[] expected) {
        if (!skip(expected)) {
            throw new NotPlainException();
        }
    }

    /** Skips one byte, if it matches. */
    boolean skip(byte expected) {
        boolean matches = peek() == expected;
        position += matches ? 1 : 0;
        return matches;
    }

    /** Skips bytes, if they match. */
    boolean skip(byte[] expected) {
        if (!standsAt(position, expected)) {
            return false;
        }
        position += expected.length;
        return true;
    }

    /** Skips blanks, reading more if necessary. */
    void skipBlanks() throws IOException {
        do {
            while (position < end && isBlank(buffer[position])) {
                position++;
            }
        } while (position == end && fill());
    }

    private static boolean isBlank(byte next) {
        return next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }

    /** The name of an attribute, which has one letter. Moves to its value. */
    byte attributeName() {
        byte name = take();
        require((byte) '=');
        require((byte) '"');
        return name;
    }

    /** A whole number without a zero in front. */
    int numberFromOne() {
        if (peek() == '0') {
            throw new NotPlainException();
        }
        return number();
    }

    /** A whole number of digits. */
    int number() {
        long number = 0;
        int start = position;
        while (peek() >= '0' && peek() <= '9' && position - start < 10) {
            number = number * 10 + take() - '0';
        }
        if (position == start || number > Integer.MAX_VALUE) {
            throw new NotPlainException();
        }
        return (int) number;
    }

    /** The plain text before a byte. */
    String textUpTo(byte last) {
        int start = position;
        while (peek() != last) {
            byte next = take();
            if (next <= ' ' || next == '&' || next == '>') {
                throw new NotPlainException();
            }
        }
        return new String(buffer, start, position - start, StandardCharsets.ISO_8859_1);
    }

    /** The printable characters before the next tag; null, without moving, if anything else stands there. */
    @Nullable
    String printable() {
        int start = position;
        boolean ascii = true;
        while (isPrintable(peek())) {
            ascii &= buffer[position] >= 0;
            position++;
        }
        String text = new String(buffer, start, position - start, StandardCharsets.UTF_8);
        boolean plain = buffer[position] == '<' && (ascii || text.chars().noneMatch(ByteWindow::isDoubtful));
        position = plain ? position : start;
        return plain ? text : null;
    }

    /** In ASCII, or a part of another character. */
    private static boolean isPrintable(byte next) {
        return (next >= ' ' && next != '<' && next != '>' && next != '&' && next != DELETE) || next < 0;
    }

    /** What stands for bytes that are no character, or is none itself. */
    private static boolean isDoubtful(int character) {
        return character >= REPLACEMENT;
    }

    /** All text through this tag, which is skipped; declarations and another encoding are refused. */
    String head(byte[] tag) throws IOException {
        String head = new String(through(tag), StandardCharsets.UTF_8);
        if (head.contains("<!") || OTHER_ENCODING.matcher(head).find()) {
            throw new NotPlainException();
        }
        return head;
    }

    /** All bytes through these, which are skipped. */
    byte[] through(byte[] last) throws IOException {
        int length = last.length;
        hold(length);
        while (!standsAt(position + length - last.length, last)) {
            hold(++length);
            if (end - position < length) {
                throw new NotPlainException();
            }
        }
        position += length;
        return Arrays.copyOfRange(buffer, position - length, position);
    }

    /** Fills the buffer with this many bytes, if available. */
    void hold(int length) throws IOException {
        while (end - position < length && fill()) {
            // A stream may return fewer bytes than requested.
        }
    }

    /**
     * Fills the buffer up to the next end tag of an element. Its last one is looked for backwards, once for all elements in front of it: a
     * search for each element would look at every byte.
     */
    void holdElement(byte[] endTag) throws IOException {
        int searched = 0;
        while (whole <= position) {
            whole = lastEnd(endTag, position + searched);
            searched = Math.max(0, end - position - endTag.length + 1);
            if (whole <= position && !fill()) {
                whole = rest();
            }
        }
    }

    /** At the end of the stream, what is there stands for itself: the last rows can be empty, without an end tag. */
    private int rest() {
        if (position == end) {
            throw new NotPlainException();
        }
        return end;
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

    /** Nothing but blanks may follow. */
    void requireEnd() throws IOException {
        skipBlanks();
        if (position < end) {
            throw new NotPlainException();
        }
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

    /** Byte by byte: they are few, and mostly those expected. */
    private boolean standsAt(int place, byte[] expected) {
        if (place + expected.length > end) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (buffer[place + i] != expected[i]) {
                return false;
            }
        }
        return true;
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
                throw new NotPlainException();
            }
            buffer = Arrays.copyOf(buffer, 2 * end);
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read >= 0;
    }
}
