package io.yieldline.alert;

import io.yieldline.alert.Outbox.Due;
import io.yieldline.warehouse.Warehouse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Delivers due messages, on one thread per channel and in order, so that a channel
 * that hangs delays only its own messages.
 */
final class Courier implements AutoCloseable {
    /** Timeout for one message. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Channel> channels;
    private final Outbox outbox;
    private final Warehouse warehouse;
    private final InstantSource clock;
    private final Duration patience;
    private final ExecutorService threads = Executors.newCachedThreadPool(Courier::daemon);

    /** Channels in use by a delivery, which may hang. */
    private final Set<String> sending = ConcurrentHashMap.newKeySet();

    Courier(List<Channel> channels, Outbox outbox, Warehouse warehouse, InstantSource clock, Duration patience) {
        this.channels = channels;
        this.outbox = outbox;
        this.warehouse = warehouse;
        this.clock = clock;
        this.patience = patience;
    }

    /** Sends all due messages; returns when each channel was tried. */
    List<Attempt> deliver() {
        warehouse.noteAll(session -> outbox.abandonOthers(
                session, channels.stream().map(Channel::name).toList(), clock.instant()));
        List<Future<List<Attempt>>> rounds = channels.stream()
                .map(channel -> threads.submit(() -> round(channel)))
                .toList();
        return rounds.stream().flatMap(round -> result(round).stream()).toList();
    }

    /** Sends a message without the outbox and returns the result. */
    Attempt test(Channel channel, Message message) {
        String error = send(channel, message);
        return new Attempt(channel.name(), message.id(), message.subject(), error, error != null);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Skips a channel that is in use; otherwise a message could be sent twice. */
    private List<Attempt> round(Channel channel) {
        return sending.add(channel.name() + " round") ? exclusive(channel) : List.of();
    }

    private List<Attempt> exclusive(Channel channel) {
        try {
            List<Attempt> attempts = new ArrayList<>();
            for (Due due : warehouse.read(session -> outbox.due(session, channel.name(), clock.instant()))) {
                attempts.add(attempt(channel, due));
            }
            return attempts;
        } finally {
            sending.remove(channel.name() + " round");
        }
    }

    private Attempt attempt(Channel channel, Due due) {
        Message message = warehouse.read(session -> outbox.message(session, due.message()));
        String error = send(channel, message);
        boolean givenUp = warehouse.note(session -> {
            if (error != null) {
                return outbox.failed(session, channel.name(), due, error, clock.instant());
            }
            outbox.sent(session, channel.name(), due, clock.instant());
            return false;
        });
        return new Attempt(channel.name(), due.message(), due.subject(), error, givenUp);
    }

    /** The error; null if delivered. A channel that hangs is skipped until its delivery ends. */
    private @Nullable String send(Channel channel, Message message) {
        if (!sending.add(channel.name())) {
            return "still waiting for the response to an earlier message";
        }
        Future<@Nullable String> sent = threads.submit(() -> {
            try {
                channel.send(message);
                return null;
            } catch (DeliveryException e) {
                return e.getMessage();
            } finally {
                sending.remove(channel.name());
            }
        });
        try {
            return sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return "did not finish within " + patience.toSeconds() + " s";
        } catch (ExecutionException e) {
            return "unexpected "
                    + (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName();
        } catch (InterruptedException e) {
            // The program ends without storing the result; the next one sends the message again with the same id.
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a message was on its way", e);
        }
    }

    private static List<Attempt> result(Future<List<Attempt>> round) {
        try {
            return round.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("messages could not be read or noted", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "yieldline-outbox");
        thread.setDaemon(true);
        return thread;
    }
}
