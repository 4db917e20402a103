package io.yieldline.ingest;

import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.ingest.InboxScan.Waiting;
import io.yieldline.operation.load.InboxOperation.Taken;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Tests on the inbox of a new plant: what is put into it, and what is left in it. */
abstract class InboxSuite extends PlantSuite {
    static final Waiting WRITTEN =
            new Waiting("workstation.csv", "may still be written; waiting until it has not changed for 10 s");

    InboxSuite(Engine engine) {
        super(engine);
    }

    Path inbox() {
        return plant.home().inbox();
    }

    List<String> left() throws IOException {
        try (Stream<Path> files = Files.walk(inbox())) {
            return files.filter(file -> !Files.isDirectory(file))
                    .map(file -> inbox().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    Path old(Path file) throws IOException {
        return modified(file, plant.now().minusSeconds(3600));
    }

    static Path modified(Path file, Instant time) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(time));
    }

    static List<Outcome> outcomes(Taken taken) {
        return taken.loaded().exports().stream().map(ExportReport::outcome).toList();
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
