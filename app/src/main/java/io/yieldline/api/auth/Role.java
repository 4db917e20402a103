package io.yieldline.api.auth;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What somebody may do; each may do all that those before it may. */
public enum Role {
    /** Somebody without a name. No user has this role. */
    ANYONE,
    /** Reads marts, units and how the plant stands. */
    VIEWER,
    /** Also asks about many units at a time, and about rejected rows. */
    ANALYST,
    /** Also loads exports and starts operations. */
    OPERATOR,
    /** Also reads settings and the audit, and says who may do what. */
    ADMIN;

    /** The word in commands, tables and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether whoever has this role may do what asks for the other. */
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** The roles that users can have. */
    public static List<String> words() {
        return Stream.of(values())
                .filter(role -> role != ANYONE)
                .map(Role::word)
                .toList();
    }

    /** The role of this word. */
    public static Role of(String word) {
        if (!words().contains(word)) {
            throw new UserError(
                    ExitCode.USAGE, "unknown role \"" + word + "\"; known are " + String.join(", ", words()));
        }
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    Role least(Role other) {
        return covers(other) ? other : this;
    }
}
