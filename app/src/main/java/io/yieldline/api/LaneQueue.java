package io.yieldline.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The requests of a {@link Lane}: those under way, and those that wait for a turn. The next is always one of the user with the
 * fewest requests under way, and of strangers of the address with the fewest, so that a crowd does not keep out the others.
 *
 * @param <T> a request
 */
final class LaneQueue<T extends LaneQueue.Caller> {
    private final Lane lane;
    private final Map<String, Integer> underWay = new HashMap<>();
    private final Set<T> waiting = new LinkedHashSet<>();
    private int running;

    LaneQueue(Lane lane) {
        this.lane = lane;
    }

    /** Who sent a request. */
    interface Caller {
        /** The name of the user; empty for a stranger. */
        String user();

        /** The network address. */
        String address();
    }

    /** Whether the request may go on at once; otherwise it waits. */
    synchronized boolean enter(T request) {
        waiting.add(request);
        return next().filter(request::equals).map(this::begin).isPresent();
    }

    /** Gives up waiting; false if it is no longer waiting. */
    synchronized boolean leave(T request) {
        return waiting.remove(request);
    }

    /** The thread of a request is free; its response may still be on its way. Returns those whose turn has come. */
    synchronized List<T> processed(T request) {
        running--;
        fewer(request.address());
        return due();
    }

    /** A request has ended with the last byte of its response. Returns those whose turn has come. */
    synchronized List<T> ended(T request) {
        fewer(user(request));
        return due();
    }

    private List<T> due() {
        List<T> due = new ArrayList<>();
        for (Optional<T> next = next(); next.isPresent(); next = next()) {
            due.add(begin(next.get()));
        }
        return due;
    }

    private T begin(T request) {
        waiting.remove(request);
        running++;
        underWay.merge(request.address(), 1, Integer::sum);
        underWay.merge(user(request), 1, Integer::sum);
        return request;
    }

    /** The first of those with the fewest requests under way. */
    private Optional<T> next() {
        return running >= lane.threads()
                ? Optional.empty()
                : waiting.stream().filter(this::mayGo).min(Comparator.comparingInt(this::share));
    }

    private boolean mayGo(T request) {
        return (request.user().isEmpty() || count(user(request)) < lane.mostOfUser())
                && count(request.address()) < lane.mostFromAddress();
    }

    private int share(T request) {
        return request.user().isEmpty() ? count(request.address()) : count(user(request));
    }

    private void fewer(String key) {
        underWay.computeIfPresent(key, (any, count) -> count == 1 ? null : count - 1);
    }

    private int count(String key) {
        return underWay.getOrDefault(key, 0);
    }

    private static String user(Caller caller) {
        return "user " + caller.user();
    }
}
