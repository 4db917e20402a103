package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;

/**
 * A text that fails at the first character that no text has, so that binary data is refused wherever it begins. It ends at the end
 * of file mark of DOS (Ctrl-Z), if nothing but blanks follows.
 */
final class CheckedText extends FilterReader {
    /** Ctrl-Z, with which some old programs end a text file. */
    static final int END_OF_FILE = 0x1A;

    private int line = 1;

    CheckedText(Reader in) {
        super(in);
    }

    /** What scanners send before, between and after what they read: start and end of text, bell, and the separators of bar codes. */
    private static final String OF_SCANNERS = "\u0002\u0003\u0004\u0006\u0007\u001C\u001D\u001E\u001F";

    /** Whether a character occurs in binary data only. */
    static boolean isBinary(int c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && OF_SCANNERS.indexOf(c) < 0;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = upToMark(buffer, offset, readValid(buffer, offset, length));
        for (int i = offset; i < offset + count; i++) {
            if (isBinary(buffer[i])) {
                throw refused(String.format("line %d contains the character U+%04X", line, (int) buffer[i]));
            }
            line += buffer[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    /** The number of characters before an end of file mark; -1 if there are none. */
    private int upToMark(char[] buffer, int offset, int count) throws IOException {
        for (int i = offset; i < offset + count; i++) {
            if (buffer[i] == END_OF_FILE && isRestEmpty(buffer, i, offset + count)) {
                return i == offset ? -1 : i - offset;
            }
        }
        return count;
    }

    private boolean isRestEmpty(char[] buffer, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            if (!isFiller(buffer[i])) {
                return false;
            }
        }
        char[] one = new char[1];
        while (readValid(one, 0, 1) > 0) {
            if (!isFiller(one[0])) {
                throw refused(String.format("line %d contains the character U+%04X", line, END_OF_FILE));
            }
        }
        return true;
    }

    private static boolean isFiller(int c) {
        return c == END_OF_FILE || c == 0 || Character.isWhitespace(c);
    }

    private int readValid(char[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (CharacterCodingException e) {
            throw refused(
                    "line " + line + " or one after it contains bytes that are not valid in the encoding of the file");
        }
    }

    private static IOException refused(String reason) {
        return new IOException(new SourceException(
                Fault.UNSUPPORTED,
                reason + ", so this is not a text file, or it is damaged; export it again, if possible as .xlsx"));
    }
}
