package io.yieldline.alert;

import io.yieldline.yaml.YamlNode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 15m}, {@code 24h}, {@code 2d}. */
public final class Spans {
    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,4})([smhd])");

    private Spans() {}

    /** The length that a text means; empty when it means none. */
    public static Optional<Duration> parse(String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(span.group(1));
        return Optional.of(
                switch (span.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                });
    }

    static Duration of(YamlNode node) {
        return parse(node.text())
                .orElseThrow(
                        () -> node.wrong("\"" + node.text() + "\" is no length of time; write it like 15m, 24h or 2d"));
    }
}
