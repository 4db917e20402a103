package io.yieldline;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** This program. */
public final class Program {
    private Program() {}

    /** Its version, such as {@code 0.2.0}; said to be not packaged where it runs from classes. */
    public static String version() {
        return Optional.ofNullable(Program.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }

    /** Its version and when it was built: another text for another program, also between two releases. */
    public static String build() {
        return version() + " " + modified(Program.class.getProtectionDomain().getCodeSource());
    }

    private static String modified(@Nullable CodeSource source) {
        try {
            return source == null
                    ? ""
                    : Files.getLastModifiedTime(Path.of(source.getLocation().toURI()))
                            .toString();
        } catch (IOException | URISyntaxException e) {
            return "";
        }
    }
}
