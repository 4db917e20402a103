package io.yieldline.yaml;

import io.yieldline.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The definitions in a folder of a plant's home. */
public final class YamlFolder {
    private YamlFolder() {}

    /** The YAML files of a folder by name; none if the folder does not exist. */
    public static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*[.]ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserError(folder + ": cannot be read (" + e.getMessage() + ")");
        }
    }
}
