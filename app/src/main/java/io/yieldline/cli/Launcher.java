package io.yieldline.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The script that started this program. */
final class Launcher {
    private static final String NAME = "yieldline";

    private Launcher() {}

    /** The nearest script of this name in a parent directory of the program files; the bare name if there is none. */
    static Path path() {
        for (Path folder = files(); folder != null; folder = folder.getParent()) {
            Path script = folder.resolve(NAME);
            if (Files.isRegularFile(script) && Files.isExecutable(script)) {
                return script;
            }
        }
        return Path.of(NAME);
    }

    private static Path files() {
        try {
            return Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
