package io.yieldline.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A buffer for one thread on a stream that is read in small pieces: the one of Java takes a lock for each piece. */
final class UnlockedBuffer extends FilterInputStream {
    private final byte[] buffer;
    private int position;
    private int end;

    UnlockedBuffer(InputStream in, int size) {
        super(in);
        this.buffer = new byte[size];
    }

    @Override
    public int read() throws IOException {
        return isAtEnd() ? -1 : buffer[position++] & 0xFF;
    }

    /** As many bytes as asked for, unless the stream ends before. */
    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int done = 0;
        while (done < length && !isAtEnd()) {
            int some = Math.min(length - done, end - position);
            System.arraycopy(buffer, position, to, offset + done, some);
            position += some;
            done += some;
        }
        return done == 0 && length > 0 ? -1 : done;
    }

    @Override
    public long skip(long bytes) throws IOException {
        if (bytes <= 0 || isAtEnd()) {
            return 0;
        }
        int skipped = (int) Math.min(bytes, end - position);
        position += skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return end - position + in.available();
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private boolean isAtEnd() throws IOException {
        if (position == end) {
            position = 0;
            end = Math.max(0, in.read(buffer, 0, buffer.length));
        }
        return end == 0;
    }
}
