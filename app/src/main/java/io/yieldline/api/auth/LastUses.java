package io.yieldline.api.auth;

import io.yieldline.warehouse.Session;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Last use of sessions and tokens; buffered, so that requests do not wait for a write. */
final class LastUses {
    private final Map<String, LocalDateTime> times = new ConcurrentHashMap<>();

    void add(String hash, LocalDateTime time) {
        times.put(hash, time);
    }

    Optional<LocalDateTime> of(String hash) {
        return Optional.ofNullable(times.get(hash));
    }

    boolean isEmpty() {
        return times.isEmpty();
    }

    /** Writes new values with a statement that takes time and hash. */
    void write(Session session, String update) {
        Map<String, LocalDateTime> written = new HashMap<>(times);
        written.forEach((hash, time) -> session.execute(update, time, hash));
        written.forEach(times::remove);
    }
}
