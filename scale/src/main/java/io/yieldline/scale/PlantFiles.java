package io.yieldline.scale;

import io.yieldline.feed.Feeds;
import io.yieldline.ingest.ReceiptJournal;
import io.yieldline.plant.FolderWalk;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The definitions of a plant as texts, which travel to other machines: settings, rules, feeds.
 *
 * @param texts the text of each file by its name in the home
 * @param keptFrom the first day whose records are kept; older ones are purged
 */
record PlantFiles(TreeMap<String, String> texts, LocalDate keptFrom) implements Serializable {
    private static final Map<PlantFiles, Known> KNOWN = new ConcurrentHashMap<>();

    /** The definitions in a home. */
    static PlantFiles of(Home home) {
        TreeMap<String, String> texts = new TreeMap<>();
        for (Path file : new Path[] {home.settingsFile(), home.rulesFile()}) {
            if (Files.isRegularFile(file)) {
                texts.put(name(home, file), text(file));
            }
        }
        FolderWalk.tree(home.feeds()).files().forEach(file -> texts.put(name(home, file), text(file)));
        return new PlantFiles(texts, keptFrom(home));
    }

    /** By what the plant has purged on any engine. */
    private static LocalDate keptFrom(Home home) {
        return Stream.of(Engine.values())
                .map(engine -> ReceiptJournal.of(home, engine).keptFrom())
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    /** The plant and its feeds, read once in this process. */
    Known open() {
        return KNOWN.computeIfAbsent(this, PlantFiles::read);
    }

    private static Known read(PlantFiles files) {
        try {
            Path folder = Files.createTempDirectory("yieldline-plant");
            try {
                for (Map.Entry<String, String> file : files.texts.entrySet()) {
                    Path path = folder.resolve(file.getKey());
                    Files.createDirectories(Objects.requireNonNull(path.getParent()));
                    Files.writeString(path, file.getValue());
                }
                Home home = new Home(folder);
                return new Known(Plant.open(home), Feeds.of(home.feeds()));
            } finally {
                FolderWalk.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Home home, Path file) {
        return FolderWalk.name(home.directory(), file).replace('\\', '/');
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A plant on the machine that reads its exports. */
    record Known(Plant plant, Feeds feeds) {}
}
