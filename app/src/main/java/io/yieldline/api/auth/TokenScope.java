package io.yieldline.api.auth;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The scope of an API token. It never exceeds the role of its user. */
public enum TokenScope {
    /** Read access, for scripts and other dashboards. */
    READ(Role.ANALYST),
    /** Also loads exports and starts operations. */
    INGEST(Role.OPERATOR),
    /** All permissions of its user. */
    ADMIN(Role.ADMIN),
    /** Read access for a wall screen, without end: nobody logs in there. */
    WALL(Role.VIEWER);

    private final Role most;

    TokenScope(Role most) {
        this.most = most;
    }

    /** The name in commands, tables and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names. */
    public static List<String> words() {
        return Stream.of(values()).map(TokenScope::word).toList();
    }

    /** The scope with this name. */
    public static TokenScope of(String word) {
        if (!words().contains(word)) {
            throw new UserError(
                    ExitCode.USAGE, "unknown scope \"" + word + "\"; valid values: " + String.join(", ", words()));
        }
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether its tokens are valid until they are revoked. */
    boolean isEndless() {
        return this == WALL;
    }

    /** The effective role of a user with this token. */
    Role of(Role user) {
        return user.least(most);
    }
}
