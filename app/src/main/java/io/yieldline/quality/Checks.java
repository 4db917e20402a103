package io.yieldline.quality;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.util.List;
import java.util.stream.Collectors;

/** The checks that Yieldline knows. */
public final class Checks {
    private static final List<Check> ALL =
            List.of(new CountsCheck(), new DuplicatesCheck(), new AvailabilityCheck(), new SchemaCheck());

    private Checks() {}

    /** All checks. */
    public static List<Check> all() {
        return ALL;
    }

    /** The check of this name. */
    public static Check named(String name) {
        return ALL.stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new UserError(ExitCode.USAGE, "unknown check \"" + name + "\"; known are " + names()));
    }

    private static String names() {
        return ALL.stream().map(Check::name).collect(Collectors.joining(", "));
    }
}
