package io.yieldline.scale;

import io.yieldline.Sha256;
import io.yieldline.feed.Parsed;
import io.yieldline.feed.Record;
import io.yieldline.feed.Rejection;
import io.yieldline.ingest.ParsedExport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;

/**
 * Reads an export on the machine that has its turn, by the readers and feeds of the program. An export that cannot be read is parked,
 * with its reason; only storage that fails makes Spark try again elsewhere.
 *
 * @param loadedAt plant time of the run
 * @param haveSeconds the exports whose feed is known to have times with seconds
 */
record ReadExport(PlantFiles files, SerializableConfiguration hadoop, LocalDateTime loadedAt, Set<String> haveSeconds)
        implements FlatMapFunction<ExportFile, Row> {

    @Override
    public Iterator<Row> call(ExportFile export) throws IOException {
        java.nio.file.Path copy = Files.createTempFile("yieldline-export", ".tmp");
        try {
            return new Rows(export, copy, copied(export, hadoop.value(), copy));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    /** The SHA-256 of the export, which is then on this machine. */
    private static String copied(ExportFile export, Configuration hadoop, java.nio.file.Path copy) throws IOException {
        Path path = new Path(export.place());
        try (InputStream in = StoreFolder.files(path, hadoop).open(path);
                OutputStream out = Files.newOutputStream(copy)) {
            return Sha256.copy(in, out);
        }
    }

    /** The rows of one export, read as they are taken; its copy is removed with the last one, or when the task ends. */
    private final class Rows implements Iterator<Row> {
        private final java.nio.file.Path copy;
        private final ParsedExport parsed;
        private final LandedRow landed;
        private @Nullable Row next;
        private boolean ended;

        Rows(ExportFile export, java.nio.file.Path copy, String sha256) throws IOException {
            PlantFiles.Known known = files.open();
            this.copy = copy;
            this.landed = new LandedRow(export.place(), known.feeds());
            this.parsed = new ParsedExport(
                    new ParsedExport.Origin(
                            export.name(), copy, sha256, Files.size(copy), export.arrivedAt(), loadedAt),
                    known.feeds(),
                    known.plant(),
                    files.keptFrom(),
                    haveSeconds.contains(export.place()));
            TaskContext task = TaskContext.get();
            if (task != null) {
                task.addTaskCompletionListener((TaskCompletionListener) context -> close());
            }
        }

        @Override
        public boolean hasNext() {
            if (next == null && !ended) {
                next = row(parsed.next());
            }
            return next != null;
        }

        @Override
        public Row next() {
            Row row = hasNext() ? next : null;
            if (row == null) {
                throw new NoSuchElementException();
            }
            next = null;
            return row;
        }

        private Row row(@Nullable Parsed row) {
            if (row instanceof Record record) {
                return landed.of(parsed.feed().orElseThrow(), record);
            }
            if (row instanceof Rejection rejection) {
                return landed.of(rejection);
            }
            ended = true;
            close();
            return landed.of(parsed.entry(), parsed.hasSeconds(), parsed.lacksSeconds());
        }

        private void close() {
            parsed.close();
            try {
                Files.deleteIfExists(copy);
            } catch (IOException e) {
                copy.toFile().deleteOnExit();
            }
        }
    }
}
