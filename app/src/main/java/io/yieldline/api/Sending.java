package io.yieldline.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends a body that is in memory without a thread: who reads it slowly keeps nobody waiting. */
final class Sending {
    private static final long SECONDS = 30;
    private static final long LEAST_BYTES_A_SECOND = 10_000;

    /** What is shorter is not compressed. */
    private static final int SHORT_BYTES = 1_500;

    private Sending() {}

    /** Sends a body, compressed if that is worthwhile. */
    static void plain(byte[] body, Context http) {
        if (body.length < SHORT_BYTES || !Gzip.accepted(http)) {
            bytes(body, http);
        } else {
            packed(Gzip.pack(body), http.header("Content-Encoding", Gzip.NAME));
        }
    }

    /** Sends a compressed body, decompressed for a client that does not accept it. */
    static void packed(byte[] body, Context http) {
        if (Gzip.accepted(http)) {
            bytes(body, http);
        } else {
            stream(Gzip.unpacking(body), body.length, http.removeHeader("Content-Encoding"));
        }
    }

    /** Sends a body from its file, which is deleted then; decompressed for a client that does not accept it compressed. */
    static void file(Spool spool, Context http) {
        long bytes = spool.bytes();
        if (!spool.packed()) {
            http.res().setContentLengthLong(bytes);
            stream(spool.open(), bytes, http);
        } else if (Gzip.accepted(http)) {
            http.header("Content-Encoding", Gzip.NAME).res().setContentLengthLong(bytes);
            stream(spool.open(), bytes, http);
        } else {
            stream(Gzip.unpacking(spool.open()), bytes, http);
        }
    }

    /** Sends a body as it is. */
    static void bytes(byte[] body, Context http) {
        http.res().setContentLength(body.length);
        stream(new ByteArrayInputStream(body), body.length, http);
    }

    private static void stream(InputStream body, long bytes, Context http) {
        if (!http.method().equals(HandlerType.HEAD)) {
            http.future(() -> sent(body, bytes, http));
        }
    }

    /** It ends well in any case: if the client disconnected or is too slow, nobody receives the rest. */
    private static CompletableFuture<?> sent(InputStream body, long bytes, Context http) {
        ServletOutputStream out = output(http);
        Pieces pieces = new Pieces(body, out);
        out.setWriteListener(pieces);
        return pieces.sent
                .orTimeout(SECONDS + bytes / LEAST_BYTES_A_SECOND, TimeUnit.SECONDS)
                .handle((sent, failure) -> closed(body));
    }

    private static @Nullable Void closed(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // A body in memory has nothing to close, and a file that is left is deleted at the next start of the
            // server.
        }
        return null;
    }

    private static ServletOutputStream output(Context http) {
        try {
            return http.res().getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A piece at a time, whenever there is room for one. */
    private static final class Pieces implements WriteListener {
        private static final int PIECE = 32_768;

        private final CompletableFuture<@Nullable Void> sent = new CompletableFuture<>();
        private final byte[] buffer = new byte[PIECE];
        private final InputStream body;
        private final ServletOutputStream out;

        Pieces(InputStream body, ServletOutputStream out) {
            this.body = body;
            this.out = out;
        }

        @Override
        public void onWritePossible() throws IOException {
            while (!sent.isDone() && out.isReady()) {
                int count = body.read(buffer);
                if (count < 0) {
                    sent.complete(null);
                } else {
                    out.write(buffer, 0, count);
                }
            }
        }

        @Override
        public void onError(Throwable failure) {
            sent.completeExceptionally(failure);
        }
    }
}
