package io.yieldline.mart;

import io.yieldline.plant.Home;
import io.yieldline.yaml.ResourceFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Marts that a plant could have of its own, one of each shape. */
public final class OwnMartFiles {
    private OwnMartFiles() {}

    /** The names of all of them. */
    public static List<String> names() {
        return ResourceFolder.names(OwnMartFiles.class, "own/", ".sql", List.of());
    }

    /** The text of one. */
    public static String text(String name) {
        return ResourceFolder.text(OwnMartFiles.class, "own/" + name + ".sql");
    }

    /** Puts a text into the folder of own marts of a home. */
    public static Path write(Path home, String name, String text) {
        try {
            Path folder = Files.createDirectories(new Home(home).marts());
            return Files.writeString(folder.resolve(name + ".sql"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The marts of a home with these of its own. */
    static Marts marts(Path home, List<String> names) {
        names.forEach(name -> write(home, name, text(name)));
        return Marts.of(new Home(home));
    }
}
