package io.yieldline.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Limits failed logins: five per minute for a user from one address, twenty for the address. */
final class LoginGuard {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MAX_FOR_USER = 5;
    private static final int MAX_FOR_ADDRESS = 20;

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> failures = new HashMap<>();

    LoginGuard(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Counts an attempt before the password is checked, so that many attempts at the same time are not more than one after the
     * other; refuses it if too many failed. The waiting time is rounded up.
     */
    synchronized void attempt(String user, String address) {
        Instant since = clock.instant().minus(WINDOW);
        failures.values().forEach(times -> times.removeIf(time -> !time.isAfter(since)));
        failures.values().removeIf(Deque::isEmpty);
        refuse(failures.get(key(user, address)), MAX_FOR_USER);
        refuse(failures.get(address), MAX_FOR_ADDRESS);
        for (String key : new String[] {key(user, address), address}) {
            failures.computeIfAbsent(key, any -> new ArrayDeque<>()).add(clock.instant());
        }
    }

    /** Takes an attempt back, because the password was right or could not be judged. */
    synchronized void takeBack(String user, String address) {
        for (String key : new String[] {key(user, address), address}) {
            Deque<Instant> times = failures.get(key);
            if (times != null) {
                times.pollLast();
            }
        }
    }

    /** Forgets the failed attempts of a user, who knows the password. */
    synchronized void forget(String user, String address) {
        failures.remove(key(user, address));
    }

    private void refuse(@org.jspecify.annotations.Nullable Deque<Instant> times, int most) {
        if (times != null && times.size() >= most) {
            Duration left = Duration.between(clock.instant(), times.getFirst().plus(WINDOW));
            throw Problem.tooMany("too many failed logins; try again in " + (left.toSeconds() + 1) + " s", left);
        }
    }

    private static String key(String user, String address) {
        return user + "\n" + address;
    }
}
