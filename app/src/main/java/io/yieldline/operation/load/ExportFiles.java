package io.yieldline.operation.load;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.ingest.ExportName;
import io.yieldline.plant.FolderWalk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Selects export files. In a folder, files with the extension of a known format; a file that is given directly is accepted
 * with any name.
 *
 * @param exports the exports, older names first, whatever their order on the command line
 * @param skipped skipped files and reasons, one per line
 */
public record ExportFiles(List<Path> exports, List<String> skipped) {
    private static final Set<String> ENDINGS =
            Set.of("xls", "xlsx", "xlsm", "csv", "tsv", "txt", "htm", "html", "mht", "mhtml", "xml");

    /** The file names in an archive, from which another plant can be loaded. */
    private static final Pattern ARCHIVED = Pattern.compile("[0-9a-f]{64}");

    /** The files, and what looks like an export in the folders. */
    public static ExportFiles find(List<Path> paths) {
        ExportFiles found = new ExportFiles(new ArrayList<>(), new ArrayList<>());
        paths.forEach(found::add);
        found.exports.sort(Comparator.comparing(Path::toString, ExportName.OLDER_FIRST));
        return found;
    }

    private void add(Path path) {
        if (Files.isDirectory(path)) {
            addFolder(path);
        } else {
            exports.add(path);
        }
    }

    static void requireThere(Path path) {
        if (!Files.isDirectory(path) && !Files.isRegularFile(path)) {
            throw new UserError(
                    ExitCode.USAGE,
                    path + ": " + (Files.exists(path) ? "is neither a file nor a folder" : "no such file or folder"));
        }
    }

    private void addFolder(Path folder) {
        FolderWalk walk = FolderWalk.tree(folder);
        walk.entries().stream()
                .filter(entry -> !entry.isFolder())
                .map(FolderWalk.Entry::path)
                .forEach(this::addFromFolder);
        walk.passedOver()
                .forEach(entry -> skipped.add(entry.path() + ": skipped with all in it, it " + entry.reason()));
    }

    private void addFromFolder(Path file) {
        if (!Files.isRegularFile(file)) {
            skipped.add(file + ": skipped, it is not a regular file");
        } else {
            reasonToSkip(file.getFileName().toString())
                    .ifPresentOrElse(reason -> skipped.add(file + ": skipped, " + reason), () -> exports.add(file));
        }
    }

    /** Why a file of a folder is no export, by its name; empty if it may be one. */
    public static Optional<String> reasonToSkip(String name) {
        if (name.startsWith("~$") || name.startsWith(".")) {
            return Optional.of("it is the lock or hidden file of another program");
        }
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(ending) || ARCHIVED.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("not an export by its file extension; name the file itself to load it anyway");
    }
}
