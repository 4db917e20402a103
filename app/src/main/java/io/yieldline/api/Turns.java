package io.yieldline.api;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Limits the requests under way, lane by lane, and in each lane by user and address. What exceeds a limit waits without a thread;
 * what waits for too long goes on with the attribute {@link #LATE}, only to be refused.
 */
final class Turns extends Handler.Wrapper {
    /** The attribute of a request that has waited for too long: its lane. */
    static final String LATE = Turns.class.getName() + ".late";

    /** The attribute of a request with the time when it arrived, as of {@link System#nanoTime}. */
    static final String ARRIVED = Turns.class.getName() + ".arrived";

    /** The attribute of a request with its connection. */
    static final String CONNECTION = Turns.class.getName() + ".connection";

    private static final long PATIENCE_SECONDS = 5;

    private final Entrance entrance;
    private final Map<Lane, LaneQueue<Turn>> queues = new EnumMap<>(Lane.class);

    Turns(Entrance entrance) {
        this.entrance = entrance;
        for (Lane lane : Lane.values()) {
            queues.put(lane, new LaneQueue<>(lane));
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Lane lane = entrance.lane(request);
        request.setAttribute(ARRIVED, System.nanoTime());
        request.setAttribute(
                CONNECTION,
                request.getConnectionMetaData().getConnection().getEndPoint().getTransport());
        if (lane == Lane.HEALTH) {
            return super.handle(request, response, callback);
        }
        LaneQueue<Turn> queue = Objects.requireNonNull(queues.get(lane));
        Turn turn = new Turn(lane, queue, request, response, callback);
        if (queue.enter(turn)) {
            turn.run();
        } else {
            getServer().getScheduler().schedule(turn::giveUp, PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        return true;
    }

    private boolean handleNext(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, response, callback);
    }

    private void execute(Runnable work) {
        try {
            getServer().getThreadPool().execute(work);
        } catch (RejectedExecutionException e) {
            // The server is stopping: nobody waits for this any more.
        }
    }

    private static String remoteAddress(Request request) {
        @Nullable SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
        return remote instanceof InetSocketAddress inet ? inet.getHostString() : String.valueOf(remote);
    }

    /** A request that goes on, now or later. */
    private final class Turn implements LaneQueue.Caller, Runnable {
        private final Lane lane;
        private final LaneQueue<Turn> queue;
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final String user;
        private final String address;

        Turn(Lane lane, LaneQueue<Turn> queue, Request request, Response response, Callback callback) {
            this.lane = lane;
            this.queue = queue;
            this.request = request;
            this.response = response;
            this.callback = callback;
            this.user = entrance.user(request);
            this.address = remoteAddress(request);
        }

        @Override
        public String user() {
            return user;
        }

        @Override
        public String address() {
            return address;
        }

        @Override
        public void run() {
            Request.addCompletionListener(request, failure -> queue.ended(this).forEach(Turns.this::execute));
            try {
                process();
            } finally {
                queue.processed(this).forEach(Turns.this::execute);
            }
        }

        void giveUp() {
            if (queue.leave(this)) {
                request.setAttribute(LATE, lane);
                execute(this::process);
            }
        }

        private void process() {
            try {
                if (!handleNext(request, response, callback)) {
                    Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Exception | Error e) {
                Response.writeError(request, response, callback, e);
            }
        }
    }
}
