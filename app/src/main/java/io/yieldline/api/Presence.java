package io.yieldline.api;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Looks every second whether a client still waits for its response, and does something once it has left: closed the connection, or
 * said that nothing more comes from it. It takes no byte from the connection, so that a client may send its next request meanwhile.
 */
final class Presence implements AutoCloseable {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "yieldline-presence");
        thread.setDaemon(true);
        return thread;
    });

    private final ScheduledFuture<?> look;

    private Presence(ScheduledFuture<?> look) {
        this.look = look;
    }

    /** Watches a connection until it is closed. */
    static Presence of(SocketChannel connection, Runnable left) {
        return new Presence(CLOCK.scheduleWithFixedDelay(() -> look(connection, left), 1, 1, TimeUnit.SECONDS));
    }

    @Override
    public void close() {
        look.cancel(false);
    }

    private static void look(SocketChannel connection, Runnable left) {
        if (hasLeft(connection)) {
            left.run();
        }
    }

    /** The end of a connection can be read, but no byte. */
    private static boolean hasLeft(SocketChannel connection) {
        try (Selector selector = Selector.open()) {
            connection.register(selector, SelectionKey.OP_READ);
            return selector.selectNow() > 0
                    && connection.socket().getInputStream().available() == 0;
        } catch (IOException e) {
            return true;
        }
    }
}
