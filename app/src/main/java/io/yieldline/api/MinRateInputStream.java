package io.yieldline.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request body with a minimum rate: a client that sends a byte now and then would block a server thread. */
final class MinRateInputStream extends FilterInputStream {
    private static final long SECOND = 1_000_000_000L;
    private static final long GRACE_SECONDS = 10;
    private static final long LEAST_BYTES_A_SECOND = 1_000;

    private final long start = System.nanoTime();
    private long total;

    MinRateInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        paced(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        paced(Math.max(0, count));
        return count;
    }

    /**
     * Reads and drops what is left, up to a number of bytes. A client that is still sending when the connection closes would not
     * receive the reason of a refusal.
     */
    void drain(long most) throws IOException {
        byte[] buffer = new byte[65_536];
        for (long drained = 0; drained < most; ) {
            int count = read(buffer, 0, buffer.length);
            if (count < 0) {
                return;
            }
            drained += count;
        }
    }

    private void paced(int count) {
        total += count;
        long seconds = (System.nanoTime() - start) / SECOND;
        if (count > 0 && seconds > GRACE_SECONDS && total < seconds * LEAST_BYTES_A_SECOND) {
            throw new Problem(408, "the body arrives too slowly");
        }
    }
}
