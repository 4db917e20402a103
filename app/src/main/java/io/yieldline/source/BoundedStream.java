package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.IOException;
import java.io.InputStream;

/**
 * Limits a parser to a few megabytes per token, so that no tag, text or comment can exhaust the memory,
 * however well it is compressed.
 */
final class BoundedStream extends InputStream {
    private final InputStream in;
    private final int limit;
    private int sinceToken;
    private boolean exhausted;

    BoundedStream(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** Marks the end of a token. */
    void token() {
        sinceToken = 0;
    }

    /** Whether the parser tried to read past the end. */
    boolean isExhausted() {
        return exhausted;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        exhausted = count < 0;
        sinceToken += Math.max(count, 0);
        if (sinceToken > limit) {
            throw new IOException(new SourceException(
                    Fault.TOO_LARGE,
                    "a single text or tag is longer than " + (limit >> 10)
                            + " kB, more than any export needs; export the file again"));
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
