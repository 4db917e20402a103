package io.yieldline.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The files next to a class, in the jar or in a directory of classes: new files are found without a list. */
public final class ResourceFolder {
    private static final ClassValue<URLConnection> CLASSES = new ClassValue<>() {
        @Override
        protected URLConnection computeValue(Class<?> owner) {
            return found(owner);
        }
    };

    private ResourceFolder() {}

    /**
     * The names of the files next to a class with an extension, without the extension: first the listed ones in order, then the
     * others by name.
     */
    public static List<String> names(Class<?> owner, String ending, List<String> first) {
        return names(owner, "", ending, first);
    }

    /** The same for a folder below the class, such as {@code checks/}. */
    public static List<String> names(Class<?> owner, String folder, String ending, List<String> first) {
        try (Stream<String> files = files(owner, folder)) {
            return files.filter(file -> file.endsWith(ending) && !file.contains("/"))
                    .map(file -> file.substring(0, file.length() - ending.length()))
                    .sorted(Comparator.<String>comparingInt(name -> place(first, name))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int place(List<String> first, String name) {
        int place = first.indexOf(name);
        return place < 0 ? first.size() : place;
    }

    /**
     * The text of a file below the folder of a class. A jar is read directly: looking each file up through the class loader takes ten
     * times as long, and a start reads a hundred.
     */
    public static String text(Class<?> owner, String file) {
        try (InputStream in = opened(owner, file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream opened(Class<?> owner, String file) throws IOException {
        URLConnection connection = CLASSES.get(owner);
        if (connection instanceof JarURLConnection jar) {
            JarFile archive = jar.getJarFile();
            return archive.getInputStream(Objects.requireNonNull(archive.getEntry(folder(jar) + file), file));
        }
        return Objects.requireNonNull(owner.getResourceAsStream(file), file);
    }

    /** Paths below a folder below the class. */
    private static Stream<String> files(Class<?> owner, String below) throws IOException {
        URLConnection connection = CLASSES.get(owner);
        if (connection instanceof JarURLConnection jar) {
            String folder = folder(jar) + below;
            return jar.getJarFile().stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(folder))
                    .map(name -> name.substring(folder.length()));
        }
        Path classes = Path.of(URI.create(connection.getURL().toString())).resolveSibling(below);
        return Files.list(classes).map(file -> file.getFileName().toString());
    }

    private static String folder(JarURLConnection jar) {
        return jar.getEntryName().substring(0, jar.getEntryName().lastIndexOf('/') + 1);
    }

    private static URLConnection found(Class<?> owner) {
        try {
            return Objects.requireNonNull(owner.getResource(owner.getSimpleName() + ".class"))
                    .openConnection();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
