package io.yieldline.api.auth;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What an API token is for. It never opens more than its user may. */
public enum TokenScope {
    /** Reads, for scripts and other dashboards. */
    READ(Role.ANALYST),
    /** Also loads exports and starts operations. */
    INGEST(Role.OPERATOR),
    /** All that its user may. */
    ADMIN(Role.ADMIN);

    private final Role most;

    TokenScope(Role most) {
        this.most = most;
    }

    /** The word in commands, tables and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words. */
    public static List<String> words() {
        return Stream.of(values()).map(TokenScope::word).toList();
    }

    /** The scope of this word. */
    public static TokenScope of(String word) {
        if (!words().contains(word)) {
            throw new UserError(
                    ExitCode.USAGE, "unknown scope \"" + word + "\"; known are " + String.join(", ", words()));
        }
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** What a user of this role may do with the token. */
    Role of(Role user) {
        return user.least(most);
    }
}
