package io.yieldline.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Characters as UTF-8 bytes, for a parser whose limits count bytes. */
final class Utf8Stream extends InputStream {
    private final Reader in;
    private final char[] characters = new char[4096];
    private byte[] bytes = new byte[0];
    private int position;

    Utf8Stream(Reader in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, buffer, offset, count);
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (position < bytes.length) {
            return true;
        }
        int count = in.read(characters, 0, characters.length - 1);
        if (count < 0) {
            return false;
        }
        bytes = new String(characters, 0, completePair(count)).getBytes(StandardCharsets.UTF_8);
        position = 0;
        return true;
    }

    /** Reads the second half of a surrogate pair, if the last character is a first half. */
    private int completePair(int count) throws IOException {
        if (!Character.isHighSurrogate(characters[count - 1])) {
            return count;
        }
        int second = in.read();
        characters[count] = (char) second;
        return second < 0 ? count : count + 1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
