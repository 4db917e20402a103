package io.yieldline;

import java.util.Optional;

/** This program. */
public final class Program {
    private Program() {}

    /** Its version, such as {@code 0.2.0}; said to be not packaged where it runs from classes. */
    public static String version() {
        return Optional.ofNullable(Program.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }
}
