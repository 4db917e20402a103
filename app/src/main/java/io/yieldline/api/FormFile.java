package io.yieldline.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** The single file of a multipart form, as a stream: memory holds at most one read. */
final class FormFile extends InputStream {
    /** The media type of such forms. */
    static final String TYPE = "multipart/form-data";

    /** Limit for boundaries, headers, preamble and epilogue. */
    static final int MAX_AROUND = 32_768;

    private static final int MAX_HEADER_BYTES = 8_192;

    /** Number of bytes of a refused form that are still read. */
    private static final int MAX_READ_BEFORE_REFUSAL = 10_000_000;

    private static final String HOW = "send one file as the only part, as curl -F file=@report.xls does";

    private final MinRateInputStream body;
    private final Part part = new Part();
    private final MultiPart.Parser parser;
    private final byte[] buffer = new byte[65_536];
    private ByteBuffer content = ByteBuffer.allocate(0);
    private long around;
    private boolean ended;

    private FormFile(MinRateInputStream body, String boundary) {
        this.body = body;
        this.parser = new MultiPart.Parser(boundary, part);
        parser.setPartHeadersMaxLength(MAX_HEADER_BYTES);
    }

    /** The file in the body of a request. */
    static FormFile of(Request request) throws IOException {
        return new FormFile(
                request.stream(), boundary(request.header("Content-Type").orElse("")));
    }

    /** The file name from the sender; known after all was read. */
    String fileName() {
        return String.valueOf(part.fileName);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (!content.hasRemaining() && !ended) {
            readOn();
        }
        int count = Math.min(length, content.remaining());
        content.get(target, offset, count);
        return count == 0 && ended ? -1 : count;
    }

    private void readOn() throws IOException {
        int count = body.read(buffer);
        ended = count < 0;
        parser.parse(Content.Chunk.from(ByteBuffer.wrap(buffer, 0, Math.max(0, count)), ended));
        content = ByteBuffer.wrap(part.taken());
        around += Math.max(0, count) - content.remaining();
        requireOneFile();
    }

    private void requireOneFile() throws IOException {
        if (part.noFile) {
            throw wrong("the form has a part that is not a file");
        }
        if (part.parts > 1) {
            throw wrong("the form has more than one part");
        }
        if (ended && part.parts == 0) {
            throw wrong("the form has no file");
        }
        if (part.broken || around > MAX_AROUND) {
            throw wrong("the form cannot be read");
        }
    }

    private Problem wrong(String what) throws IOException {
        body.drain(MAX_READ_BEFORE_REFUSAL);
        return new Problem(400, what + "; " + HOW);
    }

    private static String boundary(String contentType) {
        try {
            String boundary = MultiPart.extractBoundary(contentType);
            if (boundary != null && !boundary.isEmpty()) {
                return boundary;
            }
        } catch (IllegalArgumentException e) {
            // Reported like a missing header.
        }
        throw new Problem(400, "the header Content-Type has no boundary; " + HOW);
    }

    /** Stores errors, because the parser swallows exceptions. */
    private static final class Part extends MultiPart.AbstractPartsListener {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private @Nullable String fileName;
        private int parts;
        private boolean noFile;
        private boolean broken;

        @Override
        public void onPartBegin() {
            parts++;
        }

        @Override
        public void onPartHeaders() {
            fileName = getFileName();
            noFile |= fileName == null;
        }

        @Override
        public void onPartContent(Content.Chunk chunk) {
            byte[] bytes = new byte[chunk.remaining()];
            chunk.getByteBuffer().get(bytes);
            content.writeBytes(bytes);
        }

        @Override
        public void onPart(String name, String file, HttpFields headers) {
            // All data was read from the headers.
        }

        @Override
        public void onFailure(Throwable failure) {
            broken = true;
        }

        byte[] taken() {
            byte[] bytes = content.toByteArray();
            content.reset();
            return bytes;
        }
    }
}
