package io.yieldline.plant;

import io.yieldline.NameKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Derives an error code from a failure reason: the prefix and the last characters of the reason, without an ignored
 * suffix ({@code 020025006_na} is {@code EC006}).
 */
public record ErrorCodeRule(
        String prefix,
        int characters,
        List<String> skippedSuffixes,
        @Nullable String blank) {
    /** The code of a reason; a blank reason has its own code, by default none. */
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
                .filter(suffix -> reason.length() > suffix.length())
                .filter(suffix -> NameKey.alike(suffix, reason.substring(reason.length() - suffix.length())))
                .findFirst()
                .map(suffix -> reason.substring(0, reason.length() - suffix.length()))
                .orElse(reason);
    }

    private String tail(String reason) {
        return reason.substring(Math.max(0, reason.length() - characters));
    }

    @Override
    public String toString() {
        return RecordText.of(this);
    }
}
