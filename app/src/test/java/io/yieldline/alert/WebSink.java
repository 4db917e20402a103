package io.yieldline.alert;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine that takes what is posted and answers as a test wants. */
public final class WebSink implements AutoCloseable {
    /** What was posted. */
    public record Post(String path, String message, String timestamp, String signature, String body) {}

    /** What it answers. */
    public interface Answer {
        /** Answers one request. */
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    public final List<Post> posts = new CopyOnWriteArrayList<>();
    public volatile Answer answer = status(200);
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** A server that listens, on a port that was free. */
    public WebSink() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    /** Answers with this status and nothing more. */
    public static Answer status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Where to post to. */
    public String address() {
        return "http://127.0.0.1:" + port() + "/hook/T0KEN";
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        posts.add(new Post(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("X-Yieldline-Message"),
                exchange.getRequestHeaders().getFirst("X-Yieldline-Timestamp"),
                exchange.getRequestHeaders().getFirst("X-Yieldline-Signature"),
                body));
        try (exchange) {
            answer.to(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
