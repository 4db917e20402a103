package io.yieldline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Directories that take long to fill, such as the home of a plant with records: each is filled once per JVM, then copied. */
public final class Prepared {
    private static final Map<String, Path> DIRECTORIES = new HashMap<>();
    private static final Path ROOT = root();

    private Prepared() {}

    /** Copies into a directory what is filled under this name. */
    public static void copy(String name, Path directory, Consumer<Path> fill) {
        Path original = original(name, fill);
        try {
            Files.walkFileTree(original, new Copying(original, directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text in which paths of an original are those of its copy. */
    public static String moved(String text, String copy) {
        return text.replaceAll(ROOT + "/[^/]+", copy);
    }

    /** One may be filled with a copy of another one. */
    private static synchronized Path original(String name, Consumer<Path> fill) {
        if (!DIRECTORIES.containsKey(name)) {
            DIRECTORIES.put(name, filled(name, fill));
        }
        return Objects.requireNonNull(DIRECTORIES.get(name));
    }

    private static Path filled(String name, Consumer<Path> fill) {
        try {
            Path directory = Files.createDirectory(ROOT.resolve(name));
            fill.accept(directory);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            Path root = Files.createTempDirectory("prepared").toRealPath();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path root) {
        try {
            Files.walkFileTree(root, new Deleting());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            Files.createDirectories(place(directory));
            Files.setPosixFilePermissions(place(directory), Files.getPosixFilePermissions(directory));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.copy(file, place(file), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
        }

        private Path place(Path original) {
            return to.resolve(from.relativize(original));
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
