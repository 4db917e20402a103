package io.yieldline.api.subscription;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.api.auth.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What somebody can have sent. */
public enum SubscriptionKind {
    /** The published reports of a kind: {@code daily} or {@code weekly}. */
    REPORT(Role.VIEWER),
    /** The page of a finding, by its id. */
    FINDING(Role.VIEWER),
    /** The answer to a saved query, by its name. */
    QUERY(Role.ANALYST);

    private final Role role;

    SubscriptionKind(Role role) {
        this.role = role;
    }

    /** The role that the owner needs when it is added, and when it is sent. */
    public Role role() {
        return role;
    }

    /** The name in commands, tables and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of all. */
    public static List<String> words() {
        return Arrays.stream(values()).map(SubscriptionKind::word).toList();
    }

    /**
     * The kind with this name.
     *
     * @throws UserError if there is none
     */
    public static SubscriptionKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        ExitCode.USAGE,
                        "\"" + word + "\" is not one of " + String.join(", ", words())
                                + "; such as: yieldline subscriptions add report daily --to ann@example.com"));
    }
}
