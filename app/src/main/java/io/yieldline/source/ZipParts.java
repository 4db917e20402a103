package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The parts of an Office file, read in place without unpacking to disk. */
final class ZipParts implements AutoCloseable {
    /** Reads a part. */
    interface Reading<T> {
        T read(Xml xml) throws SourceException;
    }

    private static final int MAX_PARTS = 10_000;

    private final ZipFile zip;
    private final ReadingBudget budget;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private ZipParts(ZipFile zip, ReadingBudget budget) {
        this.zip = zip;
        this.budget = budget;
    }

    static ZipParts open(Path file, ReadingBudget budget) throws SourceException {
        return open(file, ZipFile.OPEN_READ, budget);
    }

    /** A temporary copy, which is deleted when it is closed. */
    static ZipParts openTemporary(Path file, ReadingBudget budget) throws SourceException {
        return open(file, ZipFile.OPEN_READ | ZipFile.OPEN_DELETE, budget);
    }

    private static ZipParts open(Path file, int mode, ReadingBudget budget) throws SourceException {
        ZipParts parts = new ZipParts(openZip(file, mode), budget);
        try {
            parts.checkDirectory();
            return parts;
        } catch (SourceException e) {
            parts.close();
            throw e;
        }
    }

    private static ZipFile openZip(Path file, int mode) throws SourceException {
        try {
            return new ZipFile(file.toFile(), mode);
        } catch (ZipException | IllegalArgumentException e) {
            throw unfinished(e);
        } catch (IOException e) {
            throw new SourceException(Fault.UNREADABLE, "the file cannot be read: " + e.getMessage(), e);
        }
    }

    static SourceException unfinished(Exception cause) {
        return new SourceException(
                Fault.TRUNCATED,
                "the file is truncated or damaged; it is still being written, or the download failed: wait, or export it again",
                cause);
    }

    private void checkDirectory() throws SourceException {
        if (zip.size() > MAX_PARTS) {
            throw new SourceException(
                    Fault.BOMB, "the file has " + zip.size() + " parts, far more than a workbook; export it again");
        }
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (entries.put(key(entry.getName()), entry) != null) {
                throw new SourceException(
                        Fault.DUPLICATE_ENTRY,
                        "the part " + entry.getName() + " is in the file twice; export it again");
            }
        }
    }

    /** What reading the file may take. */
    ReadingBudget budget() {
        return budget;
    }

    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    /** Excel finds a part by its name in any case, also where a writer has put backslashes into it. */
    private static String key(String name) {
        String path = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return path.startsWith("/") ? path.substring(1) : path;
    }

    /** Reads a part always to its end, to verify its checksum. */
    <T> T read(String name, Reading<T> reading) throws SourceException {
        try (Xml xml = xml(name)) {
            T read = reading.read(xml);
            xml.drain();
            return read;
        }
    }

    /** The verified content of a required part as XML. */
    Xml xml(String name) throws SourceException {
        return Xml.of(bytes(name), name);
    }

    /** The verified content of a required part. */
    InputStream bytes(String name) throws SourceException {
        ZipEntry entry = entries.get(key(name));
        if (entry == null) {
            throw new SourceException(
                    Fault.CORRUPT, "the part " + name + " is missing from the workbook; export it again");
        }
        try {
            return new PartStream(budget.watch(zip.getInputStream(entry)), entry);
        } catch (IOException | RuntimeException e) {
            throw unfinished(e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
