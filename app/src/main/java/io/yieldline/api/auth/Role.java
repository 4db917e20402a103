package io.yieldline.api.auth;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The roles of users; each includes the permissions of all roles before it. */
public enum Role {
    /** Without login. No user has this role. */
    ANYONE,
    /** Reads marts, units and status. */
    VIEWER,
    /** Also queries many units, rejected rows, and the lake in SQL. */
    ANALYST,
    /** Also loads exports and starts operations. */
    OPERATOR,
    /** Also reads settings and audit trail, and manages users. */
    ADMIN;

    /** The name in commands, tables and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this role includes the other. */
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** The roles for users. */
    public static List<String> words() {
        return Stream.of(values())
                .filter(role -> role != ANYONE)
                .map(Role::word)
                .toList();
    }

    /** The role with this name. */
    public static Role of(String word) {
        if (!words().contains(word)) {
            throw new UserError(
                    ExitCode.USAGE, "unknown role \"" + word + "\"; valid values: " + String.join(", ", words()));
        }
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    Role least(Role other) {
        return covers(other) ? other : this;
    }
}
