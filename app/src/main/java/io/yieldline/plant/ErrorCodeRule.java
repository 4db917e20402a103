package io.yieldline.plant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a failure reason becomes an error code: the prefix and the last characters of the reason, taken before a suffix that
 * says nothing ({@code 020025006_na} is {@code EC006}).
 */
public record ErrorCodeRule(
        String prefix,
        int characters,
        List<String> skippedSuffixes,
        @Nullable String blank) {
    /** The code of a reason; that of a blank reason is the rule's own, by default none. */
    public @Nullable String code(@Nullable String reason) {
        return reason == null ? blank : prefix + tail(withoutSuffix(reason));
    }

    /** Whether some reason has this code. */
    boolean canMake(String code) {
        int tail = code.length() - prefix.length();
        return code.equals(blank) || (code.startsWith(prefix) && tail > 0 && tail <= characters);
    }

    private String withoutSuffix(String reason) {
        return skippedSuffixes.stream()
                .filter(suffix -> reason.endsWith(suffix) && reason.length() > suffix.length())
                .findFirst()
                .map(suffix -> reason.substring(0, reason.length() - suffix.length()))
                .orElse(reason);
    }

    private String tail(String reason) {
        return reason.substring(Math.max(0, reason.length() - characters));
    }
}
