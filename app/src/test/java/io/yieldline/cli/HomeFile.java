package io.yieldline.cli;

import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.PostgresDump;
import io.yieldline.warehouse.TestDatabases;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The home of a plant as one file, with its database: the packed sample homes of earlier versions. */
record HomeFile(Engine engine, Path file) {
    /** The folder of the packed homes, one folder for each version. */
    private static final Path FOLDER = Path.of("src/test/resources/homes");

    private static final String DUMP = "database";

    /** The first version of which a home is kept. */
    private static final String FIRST = "0.2.0";

    /** The versions of the changelog of which a home is kept, newest first. */
    static List<String> versions() throws IOException {
        List<String> closed = Files.readAllLines(Path.of("../CHANGELOG.md")).stream()
                .filter(line -> line.matches("## \\d+\\.\\d+\\.\\d+"))
                .map(line -> line.substring(3))
                .toList();
        return closed.subList(0, closed.indexOf(FIRST) + 1);
    }

    static HomeFile of(String version, Engine engine) {
        String name = engine.name().toLowerCase(Locale.ROOT) + ".zip";
        return new HomeFile(engine, FOLDER.resolve(version).resolve(name));
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Packs a home that nobody has open. */
    void pack(Path home, String database) throws IOException {
        if (engine == Engine.POSTGRES) {
            PostgresDump.write(database, home.resolve(DUMP));
        }
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (Path path : paths(home)) {
                boolean folder = Files.isDirectory(path);
                zip.putNextEntry(new ZipEntry(home.relativize(path) + (folder ? "/" : "")));
                if (!folder) {
                    Files.copy(path, zip);
                }
            }
        }
    }

    /** Unpacks it into a new home and returns the address of its database. */
    String unpack(Path home) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = home.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(zip, path);
                }
            }
        }
        String database = TestDatabases.fresh(engine);
        if (engine == Engine.POSTGRES) {
            PostgresDump.read(home.resolve(DUMP), database);
        }
        return database;
    }

    private static List<Path> paths(Path home) throws IOException {
        try (Stream<Path> paths = Files.walk(home)) {
            return paths.filter(path -> !path.equals(home) && !path.endsWith("LOCK"))
                    .sorted()
                    .toList();
        }
    }
}
