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
 * Takes due messages to their channels: each channel on a thread of its own, one message after the other, so that a channel
 * that hangs keeps only its own messages waiting.
 */
final class Courier implements AutoCloseable {
    /** For one message, whatever the other side does. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Channel> channels;
    private final Outbox outbox;
    private final Warehouse warehouse;
    private final InstantSource clock;
    private final Duration patience;
    private final ExecutorService threads = Executors.newCachedThreadPool(Courier::daemon);

    /** Channels that somebody is at, perhaps because they hang. */
    private final Set<String> sending = ConcurrentHashMap.newKeySet();

    Courier(List<Channel> channels, Outbox outbox, Warehouse warehouse, InstantSource clock, Duration patience) {
        this.channels = channels;
        this.outbox = outbox;
        this.warehouse = warehouse;
        this.clock = clock;
        this.patience = patience;
    }

    /** Sends everything that is due, and comes back when each channel has it or was tried. */
    List<Attempt> deliver() {
        warehouse.writeAll(session -> outbox.abandonOthers(
                session, channels.stream().map(Channel::name).toList(), clock.instant()));
        List<Future<List<Attempt>>> rounds = channels.stream()
                .map(channel -> threads.submit(() -> round(channel)))
                .toList();
        return rounds.stream().flatMap(round -> result(round).stream()).toList();
    }

    /** Sends a message past the outbox and says what happened. */
    Attempt test(Channel channel, Message message) {
        String error = send(channel, message);
        return new Attempt(channel.name(), message.id(), message.subject(), error, error != null);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** A channel that somebody is at already is left to them, or the same message would go out twice. */
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
        boolean givenUp = warehouse.write(session -> {
            if (error != null) {
                return outbox.failed(session, channel.name(), due, error, clock.instant());
            }
            outbox.sent(session, channel.name(), due, clock.instant());
            return false;
        });
        return new Attempt(channel.name(), due.message(), due.subject(), error, givenUp);
    }

    /** What went wrong; null when it arrived. A channel that hangs is not asked again until it has let go. */
    private @Nullable String send(Channel channel, Message message) {
        if (!sending.add(channel.name())) {
            return "still waiting for an answer to an earlier message";
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
            // The program ends: nothing is noted, and the next one sends it again under the same id.
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
