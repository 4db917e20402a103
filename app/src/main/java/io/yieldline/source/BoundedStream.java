package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses to feed a parser more than a few megabytes for one token, so that no tag, text or comment fills the memory,
 * however well it was compressed.
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

    /** Says that the parser has finished a token. */
    void token() {
        sinceToken = 0;
    }

    /** Whether the parser asked for more than there is. */
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
                    "a single text or tag is longer than " + (limit >> 20)
                            + " MB, which no export needs; export the file again"));
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
