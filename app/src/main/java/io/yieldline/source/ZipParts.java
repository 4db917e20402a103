package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The parts of an Office file, read in place and never unpacked to disk. */
final class ZipParts implements AutoCloseable {
    /** Makes something of a part. */
    interface Reading<T> {
        T read(Xml xml) throws SourceException;
    }

    private static final int MAX_PARTS = 10_000;

    private final ZipFile zip;

    private ZipParts(ZipFile zip) {
        this.zip = zip;
    }

    static ZipParts open(Path file) throws SourceException {
        ZipParts parts = new ZipParts(openZip(file));
        try {
            parts.checkDirectory();
            return parts;
        } catch (SourceException e) {
            parts.close();
            throw e;
        }
    }

    private static ZipFile openZip(Path file) throws SourceException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException | IllegalArgumentException e) {
            throw unfinished(e);
        } catch (IOException e) {
            throw new SourceException(Fault.UNREADABLE, "the file cannot be read: " + e.getMessage(), e);
        }
    }

    static SourceException unfinished(Exception cause) {
        return new SourceException(
                Fault.TRUNCATED,
                "the file is cut off or damaged; it may still be being written, or the download broke off: wait, or export it again",
                cause);
    }

    private void checkDirectory() throws SourceException {
        if (zip.size() > MAX_PARTS) {
            throw new SourceException(
                    Fault.BOMB, "the file has " + zip.size() + " parts, a workbook has a few dozen; export it again");
        }
        Set<String> names = new HashSet<>();
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName();
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw new SourceException(
                        Fault.DUPLICATE_ENTRY,
                        "the part " + name + " is in the file twice, and only one can be meant; export it again");
            }
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** Reads a whole part, to its end even when the reading is done earlier, so that its checksum is verified. */
    <T> T read(String name, Reading<T> reading) throws SourceException {
        try (Xml xml = xml(name)) {
            T read = reading.read(xml);
            xml.drain();
            return read;
        }
    }

    /** The checked bytes of a part as XML; it must be there. */
    Xml xml(String name) throws SourceException {
        return Xml.of(bytes(name), name);
    }

    /** The checked bytes of a part; it must be there. */
    InputStream bytes(String name) throws SourceException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new SourceException(
                    Fault.CORRUPT, "the part " + name + " is missing from the workbook; export it again");
        }
        try {
            return new PartStream(zip.getInputStream(entry), entry);
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
