package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** The content of one part of a zip file, with verification of checksum, size and limits. */
final class PartStream extends InputStream {
    private static final long ALWAYS_ALLOWED = 1 << 20;
    private static final int HIGHEST_RATIO = 200;
    private static final long LARGEST = 4L << 30;

    private final InputStream in;
    private final ZipEntry entry;
    private final long limit;
    private final CRC32 checksum = new CRC32();
    private long count;
    private boolean ended;

    PartStream(InputStream in, ZipEntry entry) {
        this.in = in;
        this.entry = entry;
        this.limit = Math.min(LARGEST, Math.max(ALWAYS_ALLOWED, HIGHEST_RATIO * entry.getCompressedSize()));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read < 0) {
            verify();
            return read;
        }
        checksum.update(buffer, offset, read);
        count += read;
        if (count > limit) {
            throw fault(
                    Fault.BOMB,
                    "unpacks to more than " + (limit == LARGEST ? "4 GB" : HIGHEST_RATIO + " times its size")
                            + ", which indicates an attack; do not open this file, export it again");
        }
        return read;
    }

    private void verify() throws IOException {
        if (!ended && (count != entry.getSize() || checksum.getValue() != entry.getCrc())) {
            throw fault(
                    Fault.CHECKSUM,
                    "does not match its checksum, so its values are not reliable; copy or export the file again");
        }
        ended = true;
    }

    private IOException fault(Fault fault, String reason) {
        return new IOException(new SourceException(fault, "the part " + entry.getName() + " " + reason));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
