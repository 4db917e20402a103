package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Workbooks that were saved again. */
final class Workbooks {
    private Workbooks() {}

    /** A copy of an .xlsx file in which one of the texts reads otherwise wherever it stands, saved a year later. */
    static Path changed(Path workbook, String text, String other, Path copy) throws IOException {
        boolean changed = false;
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String part = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                String saved = part.replace(">" + text + "<", ">" + other + "<").replace(">2025-07-", ">2026-07-");
                changed |= entry.getName().endsWith("sharedStrings.xml") && !saved.equals(part);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(saved.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(changed).as("%s has the text %s", workbook, text).isTrue();
        return copy;
    }
}
