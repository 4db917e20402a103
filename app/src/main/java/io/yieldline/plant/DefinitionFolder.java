package io.yieldline.plant;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The definitions that a plant keeps in a folder of its home: feeds, checks, marts. */
public final class DefinitionFolder {
    private static final String YAML = "ya?ml";
    private static final String SQL = "sql";

    private DefinitionFolder() {}

    /** The YAML files of a folder by name; none where there is no folder. */
    public static List<Path> yaml(Path folder) {
        return named(folder, YAML).filter(DefinitionFolder::usable).toList();
    }

    /** The YAML files of a folder by name, with their texts. */
    static List<Definition> definitions(Path folder) {
        return yaml(folder).stream().map(Definition::read).toList();
    }

    /** The SQL files of a folder by name; none where there is no folder. */
    public static List<Path> sql(Path folder) {
        return named(folder, SQL).filter(DefinitionFolder::usable).toList();
    }

    /** Entries of the plant's folders that look like definitions but are hidden or not regular files, one per line. */
    public static List<String> passedOver(Home home) {
        return Stream.of(named(home.feeds(), YAML), named(home.checks(), YAML), named(home.marts(), SQL))
                .flatMap(entries -> entries.filter(entry -> !usable(entry)))
                .map(entry -> entry + ": not used, it is hidden or not a regular file; remove it")
                .toList();
    }

    private static Stream<Path> named(Path folder, String ending) {
        return FolderWalk.list(folder).entries().stream()
                .map(FolderWalk.Entry::path)
                .filter(entry -> entry.toString().matches("(?s).*[.]" + ending));
    }

    /** A link to a file is one; a pipe would block its reader, and editors and macOS leave hidden files. */
    private static boolean usable(Path entry) {
        return Files.isRegularFile(entry) && !entry.getFileName().toString().startsWith(".");
    }
}
