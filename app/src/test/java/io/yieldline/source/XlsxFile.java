package io.yieldline.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An {@code .xlsx} file put together part by part, so that each part can be wrong. */
final class XlsxFile {
    /** Writes the content of a part that is too large for a text. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static final String RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
            + RELATIONSHIP.substring(0, RELATIONSHIP.length() - 1) + "\"";

    private final Map<String, Content> parts = new LinkedHashMap<>();
    private boolean stored;

    private XlsxFile() {}

    /** A workbook with one sheet of these rows, as XML. */
    static XlsxFile ofRows(String rows) {
        return new XlsxFile()
                .with("[Content_Types].xml", "<Types/>")
                .with("_rels/.rels", relationships("officeDocument", "xl/workbook.xml"))
                .with(
                        "xl/_rels/workbook.xml.rels",
                        relationships(
                                "worksheet",
                                "worksheets/sheet1.xml",
                                "sharedStrings",
                                "sharedStrings.xml",
                                "styles",
                                "/xl/styles.xml"))
                .with(
                        "xl/workbook.xml",
                        "<workbook " + MAIN + "><sheets><sheet name=\"A\" r:id=\"r0\"/></sheets></workbook>")
                .with("xl/worksheets/sheet1.xml", sheet(rows));
    }

    static String sheet(String rows) {
        return "<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>";
    }

    /** One row with these cells, as XML. */
    static XlsxFile ofCells(String cells) {
        return ofRows("<row r=\"1\">" + cells + "</row>");
    }

    /** Relationships r0, r1, ... to parts, given as type and target in turn. */
    static String relationships(String... typesAndTargets) {
        StringBuilder xml = new StringBuilder("<Relationships>");
        for (int i = 0; i < typesAndTargets.length; i += 2) {
            xml.append("<Relationship Id=\"r%d\" Type=\"%s%s\" Target=\"%s\"/>"
                    .formatted(i / 2, RELATIONSHIP, typesAndTargets[i], typesAndTargets[i + 1]));
        }
        return xml.append("</Relationships>").toString();
    }

    XlsxFile with(String part, String content) {
        return with(part, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    XlsxFile with(String part, Content content) {
        parts.put(part, content);
        return this;
    }

    XlsxFile withStrings(String... items) {
        return with("xl/sharedStrings.xml", "<sst><si>" + String.join("</si><si>", items) + "</si></sst>");
    }

    /** Without compression, so that a test can find a value in the bytes. */
    XlsxFile stored() {
        stored = true;
        return this;
    }

    Path write(Path folder, String name) {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                write(zip, part.getKey(), part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private void write(ZipOutputStream zip, String part, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(part);
        if (stored) {
            var bytes = new ByteArrayOutputStream();
            content.writeTo(bytes);
            CRC32 checksum = new CRC32();
            checksum.update(bytes.toByteArray());
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.size());
            entry.setCrc(checksum.getValue());
        }
        zip.putNextEntry(entry);
        content.writeTo(zip);
        zip.closeEntry();
    }
}
