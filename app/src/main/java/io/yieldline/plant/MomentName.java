package io.yieldline.plant;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A moment of plant time as the name of a file or folder, such as {@code 20250421-080000}; a later one of the same second ends in -02. */
public final class MomentName {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final Pattern NAME = Pattern.compile("(\\d{8}-\\d{6})(-\\d+)?");

    private MomentName() {}

    /** The name of a moment. */
    public static String of(LocalDateTime moment) {
        return FORM.format(moment);
    }

    /** The moment in a name; empty for other names. */
    public static Optional<LocalDateTime> moment(String name) {
        try {
            return Optional.of(NAME.matcher(name))
                    .filter(matcher -> matcher.matches())
                    .map(matcher -> LocalDateTime.parse(matcher.group(1), FORM));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
