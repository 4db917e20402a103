package io.yieldline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The least that any program does with {@code .xlsx} exports: it inflates their sheets and shared texts and looks at each byte once.
 * The limit beside which {@code benchmarks/limit} puts a load; never part of the build.
 */
public final class MinimalReader {
    private MinimalReader() {}

    /** Arguments: files, and folders of exports. */
    public static void main(String[] arguments) throws IOException {
        List<Path> exports = new ArrayList<>();
        for (String argument : arguments) {
            try (Stream<Path> files = Files.walk(Path.of(argument))) {
                files.filter(file -> file.toString().endsWith(".xlsx")).forEach(exports::add);
            }
        }
        Scan all = exports.parallelStream().map(MinimalReader::scan).reduce(new Scan(0, 0), Scan::plus);
        System.out.printf("%,d bytes with %,d tags in %,d exports%n", all.bytes, all.tags, exports.size());
    }

    private static Scan scan(Path export) {
        Scan all = new Scan(0, 0);
        try (ZipFile zip = new ZipFile(export.toFile())) {
            for (ZipEntry part : zip.stream().filter(MinimalReader::hasCells).toList()) {
                all = all.plus(scan(zip.getInputStream(part)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasCells(ZipEntry part) {
        return part.getName().contains("/worksheets/sheet") || part.getName().endsWith("sharedStrings.xml");
    }

    private static Scan scan(InputStream part) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        long tags = 0;
        for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
            bytes += read;
            tags += tags(buffer, read);
        }
        return new Scan(bytes, tags);
    }

    private static long tags(byte[] buffer, int length) {
        long tags = 0;
        for (int i = 0; i < length; i++) {
            tags += buffer[i] == '<' ? 1 : 0;
        }
        return tags;
    }

    /** What was looked at. */
    private record Scan(long bytes, long tags) {
        Scan plus(Scan other) {
            return new Scan(bytes + other.bytes, tags + other.tags);
        }
    }
}
