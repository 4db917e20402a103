package io.yieldline.yaml;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The definitions that a plant keeps in a folder of its home. */
public final class DefinitionFolder {
    private DefinitionFolder() {}

    /** The YAML files of a folder by name; none where there is no folder. */
    public static List<Path> yaml(Path folder) {
        return files(folder, "ya?ml");
    }

    /** The SQL files of a folder by name; none where there is no folder. */
    public static List<Path> sql(Path folder) {
        return files(folder, "sql");
    }

    /**
     * The text of a definition.
     *
     * @throws UserError if the file cannot be read, or is not UTF-8
     */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UserError(ExitCode.USAGE, file + ": is not UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            throw new UserError(ExitCode.USAGE, file + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches("(?s).*[.]" + ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserError(folder + ": cannot be read (" + e.getMessage() + ")");
        }
    }
}
