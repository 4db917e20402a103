package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code .xlsx} files with far more of something than any export needs: each is refused soon, with a reason. */
class CrowdedXlsxTest {
    @TempDir
    Path folder;

    private void assertRefused(XlsxFile file, Fault fault, String message) {
        Exports.assertRefused(file.write(folder, "book.xlsx"), fault, message);
    }

    @Test
    void names_tooMany() {
        XlsxFile file = XlsxFile.ofRows("").with("xl/worksheets/sheet1.xml", out -> {
            out.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 600_000; i++) {
                out.write(("<n" + Integer.toString(i * 7919, 36) + "/>").getBytes(StandardCharsets.UTF_8));
            }
        });
        assertRefused(
                file,
                Fault.TOO_LARGE,
                "xl/worksheets/sheet1.xml has more than 2,000 different names, more than any export needs; export the file again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a%d/>", "<x a%d='1'/>", "<x xmlns:a%d='u'/>", "<?a%d x?>", "<p:a%d xmlns:p='u'/>"})
    void names_ofAnyKind(String markup) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 2_001; i++) {
            rows.append(markup.formatted(i));
        }
        assertRefused(
                XlsxFile.ofRows(rows.toString()),
                Fault.TOO_LARGE,
                "xl/worksheets/sheet1.xml has more than 2,000 different names, more than any export needs; export the file again");
    }

    @Test
    void attributes_tooMany() {
        StringBuilder row = new StringBuilder("<row");
        for (int i = 0; i < 257; i++) {
            row.append(" a").append(i).append("='1'");
        }
        assertRefused(
                XlsxFile.ofRows(row + "/>"),
                Fault.TOO_LARGE,
                "xl/worksheets/sheet1.xml has more than 256 attributes in one tag, more than any export needs; export the file again");
    }

    @Test
    void tag_tooLong() {
        StringBuilder row = new StringBuilder("<row");
        for (int i = 0; i < 330_000; i++) {
            row.append(" a").append(Integer.toString(i, 36)).append("='1'");
        }
        assertRefused(
                XlsxFile.ofRows(row + "/>"),
                Fault.TOO_LARGE,
                "a single text or tag is longer than 512 kB, more than any export needs; export the file again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/_rels/workbook.xml.rels", "_rels/.rels"})
    void relationships_tooMany(String part) {
        assertRefused(
                XlsxFile.ofRows("").with(part, "<R>" + "<Relationship Type='a/b' Target='c'/>".repeat(10_001) + "</R>"),
                Fault.TOO_LARGE,
                "the workbook has more than 10,000 relationships, more than any export needs; export the file again");
    }

    @Test
    void formats_tooMany() {
        StringBuilder formats = new StringBuilder("<styleSheet>");
        for (int i = 0; i <= 10_000; i++) {
            formats.append("<numFmt numFmtId='").append(i).append("' formatCode='0'/>");
        }
        assertRefused(
                XlsxFile.ofRows("").with("xl/styles.xml", formats + "</styleSheet>"),
                Fault.TOO_LARGE,
                "the workbook has more than 10,000 number formats, more than any export needs; export the file again");
    }
}
