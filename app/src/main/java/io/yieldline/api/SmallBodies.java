package io.yieldline.api;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads small bodies without a thread: the request is processed when its body is complete, too long or too slow. Large bodies are
 * read by their routes, when it is clear that the sender may send them.
 */
final class SmallBodies implements EagerContentHandler.ContentLoaderFactory {
    private static final long MOST_SECONDS = 20;

    private final Entrance entrance;

    SmallBodies(Entrance entrance) {
        this.entrance = entrance;
    }

    @Override
    public @Nullable String getApplicableMimeType() {
        return null;
    }

    /** Null for a body that is not read before: the request is processed at once. */
    @Override
    public EagerContentHandler.@Nullable ContentLoader newContentLoader(
            String contentType, String mimeType, Handler next, Request request, Response response, Callback callback) {
        int most = entrance.bytesBefore(request);
        return most == 0 || request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > most
                ? null
                : new EagerContentHandler.RetainedContentLoaderFactory.RetainedContentLoader(
                        next, new Timed(request), response, callback, most + 1L, 0, false);
    }

    /** A request whose body must be complete in time, however steadily it arrives. */
    private static final class Timed extends Request.Wrapper {
        private final long start = NanoTime.now();

        Timed(Request request) {
            super(request);
        }

        @Override
        public Content.Chunk read() {
            return NanoTime.secondsSince(start) > MOST_SECONDS
                    ? Content.Chunk.from(new TimeoutException("the body arrives too slowly"))
                    : super.read();
        }
    }
}
