package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code .xlsx} files that are damaged, lie or attack: each is refused with a reason, and nothing in it is believed. */
class HostileXlsxTest {
    @TempDir
    Path folder;

    private void assertRefused(XlsxFile file, Fault fault, String message) {
        Exports.assertRefused(file.write(folder, "book.xlsx"), fault, message);
    }

    private static void repeat(OutputStream out, String text, int times) throws IOException {
        byte[] block = text.repeat(1000).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < times; i += 1000) {
            out.write(block);
        }
    }

    @Test
    void rows_bomb() {
        XlsxFile file = XlsxFile.ofRows("").with("xl/worksheets/sheet1.xml", out -> {
            out.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
            repeat(out, "<row><c><v>1</v></c></row>", 80_000);
        });
        assertRefused(
                file,
                Fault.BOMB,
                "the part xl/worksheets/sheet1.xml unpacks to more than 200 times its size, which indicates an attack; do not open this file, export it again");
    }

    @Test
    void cell_100Megabytes() {
        XlsxFile file = XlsxFile.ofRows("").with("xl/worksheets/sheet1.xml", out -> {
            out.write("<worksheet><sheetData><row><c t='str'><v>".getBytes(StandardCharsets.UTF_8));
            repeat(out, "x", 100_000_000);
        });
        assertRefused(
                file,
                Fault.TOO_LARGE,
                "a single text or tag is longer than 512 kB, more than any export needs; export the file again");
    }

    @Test
    void blanks_betweenRows() {
        XlsxFile file = XlsxFile.ofRows("").with("xl/worksheets/sheet1.xml", out -> {
            out.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
            repeat(out, " ", 100_000_000);
        });
        assertRefused(
                file,
                Fault.TOO_LARGE,
                "a single text or tag is longer than 512 kB, more than any export needs; export the file again");
    }

    @Test
    void sharedTexts_bomb() {
        XlsxFile file = XlsxFile.ofCells("<c><v>1</v></c>").with("xl/sharedStrings.xml", out -> {
            out.write("<sst>".getBytes(StandardCharsets.UTF_8));
            repeat(out, "<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>", 40_000);
        });
        assertRefused(
                file,
                Fault.BOMB,
                "the part xl/sharedStrings.xml unpacks to more than 200 times its size, which indicates an attack; do not open this file, export it again");
    }

    @Test
    void entry_twice() throws IOException {
        Path file = XlsxFile.ofCells("")
                .withStrings("<t>a</t>")
                .with("xl/sharedStringZ.xml", "<sst/>")
                .write(folder, "book.xlsx");
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, bytes.replace("StringZ", "Strings"), StandardCharsets.ISO_8859_1);
        Exports.assertRefused(
                file, Fault.DUPLICATE_ENTRY, "the part xl/sharedStrings.xml is in the file twice; export it again");
    }

    @Test
    void entry_twiceButForCase() {
        assertRefused(
                XlsxFile.ofCells("").with("xl/worksheets/SHEET1.xml", XlsxFile.sheet("")),
                Fault.DUPLICATE_ENTRY,
                "the part xl/worksheets/SHEET1.xml is in the file twice; export it again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/workbook.xml",
                "xl/worksheets/sheet1.xml",
                "xl/sharedStrings.xml",
                "xl/styles.xml",
                "_rels/.rels"
            })
    void documentType_inAnyPart(String part) {
        String laughs =
                "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>]><x>&b;&c;</x>";
        assertRefused(
                XlsxFile.ofCells("<c><v>1</v></c>").with(part, laughs),
                Fault.DTD,
                part + " declares a document type, which can be an attack; export the file again");
    }

    @Test
    void documentType_externalAndUnused() {
        assertRefused(
                XlsxFile.ofCells("")
                        .with(
                                "xl/worksheets/sheet1.xml",
                                "<!DOCTYPE worksheet SYSTEM 'http://127.0.0.1/x.dtd'><worksheet/>"),
                Fault.DTD,
                "xl/worksheets/sheet1.xml declares a document type, which can be an attack; export the file again");
    }

    @ParameterizedTest
    @CsvSource({
        "ZZZZZZ1, 'cell ZZZZZZ1 is beyond column XFD, the last column of a sheet; the file is damaged, export it again'",
        "XFE1, 'cell XFE1 is beyond column XFD, the last column of a sheet; the file is damaged, export it again'",
        "A2, 'cell A2 is in row 1; the file is damaged, export it again'",
        "12, 'cell 12 is in row 1; the file is damaged, export it again'",
        "B, 'cell B is in row 1; the file is damaged, export it again'"
    })
    void cellReference_impossible(String reference, String message) {
        assertRefused(XlsxFile.ofCells("<c r='" + reference + "'><v>1</v></c>"), Fault.BAD_REFERENCE, message);
    }

    @Test
    void columns_withoutReferencesBeyondTheLast() {
        assertRefused(
                XlsxFile.ofCells("<c r='XFD1'/><c/>"),
                Fault.BAD_REFERENCE,
                "row 1 has a cell beyond column XFD, the last column of a sheet; the file is damaged, export it again");
    }

    @ParameterizedTest
    @CsvSource({
        "2000000000, 'row 2000000000 is beyond row 1048576, the last row of a sheet; the file is damaged, export it again'",
        "1048577, 'row 1048577 is beyond row 1048576, the last row of a sheet; the file is damaged, export it again'",
        "0, 'row 0 is before row 1, the first row of a sheet; the file is damaged, export it again'",
        "-5, '''-5'' after row 3 is not a valid row number; the file is damaged, export it again'"
    })
    void rowNumber_impossible(String number, String message) {
        assertRefused(
                XlsxFile.ofRows("<row r='3'><c><v>1</v></c></row><row r='" + number + "'/>"),
                Fault.BAD_REFERENCE,
                message);
    }

    @Test
    void cell_twice() {
        assertRefused(
                XlsxFile.ofCells("<c r='AB1'><v>1</v></c><c r='AB1'><v>2</v></c>"),
                Fault.BAD_REFERENCE,
                "cell AB1 appears twice; the file is damaged, export it again");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"2, 2", "99999999999, '99999999999'", "-5, '-5'", "x, 'x'"})
    void sharedText_outOfRange(String index, String shown) {
        assertRefused(
                XlsxFile.ofCells("<c/><c t='s'><v>" + index + "</v></c>").withStrings("<t>a</t>", "<t>b</t>"),
                Fault.BAD_SHARED_STRING,
                "cell B1 refers to text " + shown
                        + ", but the workbook has only 2; the file is damaged, export it again");
    }

    @Test
    void sharedTexts_missing() {
        assertRefused(
                XlsxFile.ofCells("<c t='s'><v>0</v></c>"),
                Fault.BAD_SHARED_STRING,
                "cell A1 refers to text 0, but the workbook has only 0; the file is damaged, export it again");
    }

    @ParameterizedTest
    @CsvSource({
        "xl/worksheets/sheet1.xml, 081705, 081707",
        "xl/sharedStrings.xml, Pass, Fass",
        "xl/styles.xml, afterTheEnd, behindAtEnd",
        "docProps/core.xml, 01:20:59, 01:20:50"
    })
    void digit_changed(String part, String written, String changed) throws IOException {
        Path file = XlsxFile.ofCells("<c><v>1654023081705</v></c>")
                .withStrings("<t>Pass</t>")
                .with("xl/styles.xml", "<styleSheet/><!-- afterTheEnd -->")
                .with(
                        "_rels/.rels",
                        XlsxFile.relationships(
                                "officeDocument", "xl/workbook.xml", "core-properties", "docProps/core.xml"))
                .with("docProps/core.xml", "<p><created>2025-07-03T01:20:59Z</created></p>")
                .stored()
                .write(folder, "book.xlsx");
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, bytes.replace(written, changed), StandardCharsets.ISO_8859_1);
        Exports.assertRefused(
                file,
                Fault.CHECKSUM,
                "the part " + part
                        + " does not match its checksum, so its values are not reliable; copy or export the file again");
    }

    @Test
    void parts_tenThousand() {
        XlsxFile file = XlsxFile.ofCells("<c><v>1</v></c>");
        for (int i = 0; i < 10_000; i++) {
            file.with("xl/media/" + i, "");
        }
        assertRefused(file, Fault.BOMB, "the file has 10005 parts, far more than a workbook; export it again");
    }

    @Test
    void part_missing() {
        assertRefused(
                XlsxFile.ofCells("")
                        .with("xl/_rels/workbook.xml.rels", XlsxFile.relationships("worksheet", "../escape.xml")),
                Fault.CORRUPT,
                "the part escape.xml is missing from the workbook; export it again");
    }

    @Test
    void sheet_withoutPart() {
        assertRefused(
                XlsxFile.ofCells("")
                        .with(
                                "xl/workbook.xml",
                                "<workbook xmlns:r='r'><sheets><sheet name='A' r:id='r0'/><sheet name='B' r:id='r7'/>"
                                        + "</sheets></workbook>"),
                Fault.CORRUPT,
                "the cells of sheet \"B\" are not in the workbook; export it again");
    }

    @Test
    void sheets_none() {
        assertRefused(
                XlsxFile.ofCells("").with("xl/workbook.xml", "<workbook/>"),
                Fault.CORRUPT,
                "the workbook has no sheet with cells; export it again");
    }

    @Test
    void markup_damaged() {
        assertRefused(
                XlsxFile.ofCells("")
                        .with("xl/worksheets/sheet1.xml", "<worksheet>\n<sheetData></row></sheetData></worksheet>"),
                Fault.CORRUPT,
                "xl/worksheets/sheet1.xml is damaged at line 2, column 18; export the file again");
    }

    @Test
    void markup_cutOff() {
        assertRefused(
                XlsxFile.ofCells("").with("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c><v>1"),
                Fault.TRUNCATED,
                DamagedFileTest.CUT_OFF);
    }

    @Test
    void markup_tooDeep() {
        assertRefused(
                XlsxFile.ofRows("<a>".repeat(300)),
                Fault.TOO_LARGE,
                "the tags of xl/worksheets/sheet1.xml are nested more than 256 deep; export the file again");
    }

    @Test
    void cellType_unknown() {
        assertRefused(
                XlsxFile.ofCells("<c t='zz'><v>1</v></c>"),
                Fault.CORRUPT,
                "cell A1 has the unknown type 'zz'; the file is damaged, export it again");
    }
}
