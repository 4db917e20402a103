package io.yieldline.api;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Gzip compression of responses. */
final class Gzip {
    /** Name in HTTP headers. */
    static final String NAME = "gzip";

    private Gzip() {}

    static byte[] pack(byte[] bytes) {
        return pack(out -> out.write(bytes));
    }

    /** A stream that compresses while writing. */
    static byte[] pack(RouteResponse.Stream content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(8192);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed, 8192)) {
            content.write(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** A stream that decompresses while reading. */
    static InputStream unpacking(byte[] packed) {
        return unpacking(new ByteArrayInputStream(packed));
    }

    /** A stream that decompresses another one while reading. */
    static InputStream unpacking(InputStream packed) {
        try {
            return new GZIPInputStream(packed, 8192);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the client accepts gzip. */
    static boolean accepted(Context http) {
        return String.valueOf(http.header("Accept-Encoding")).contains(NAME);
    }
}
