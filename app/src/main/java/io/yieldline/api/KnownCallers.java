package io.yieldline.api;

import io.yieldline.Sha256;
import io.yieldline.api.auth.Identity;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose sessions and tokens were right before, to count the requests of a user before anything is looked up. It lets nobody in: the
 * {@link Gate} asks the database each time.
 */
final class KnownCallers {
    private static final int MOST = 2_000;

    private final Map<String, String> users = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    synchronized Identity remembered(Identity identity, String secret) {
        users.put(Sha256.of(secret), identity.user());
        return identity;
    }

    /** The user who sent the secret before; empty for a stranger. */
    synchronized String user(@Nullable String secret) {
        return secret == null ? "" : users.getOrDefault(Sha256.of(secret), "");
    }
}
