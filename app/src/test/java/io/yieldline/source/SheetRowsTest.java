package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a sheet, the plain reader and the XML parser say the same of it. */
class SheetRowsTest {
    /** The plain reader leaves a sheet with a comment above its rows to the XML parser from its start on. */
    private static final String FOR_THE_PARSER = "<!-- not plain -->";

    private static final String CELLS = "<c r=\"A%1$d\" s=\"1\" t=\"s\"><v>1</v></c><c r=\"C%1$d\"><v>%1$d</v></c>";

    /** As LibreOffice, Excel, and most libraries write rows. */
    private static final List<String> TAGS = List.of(
            "<row r=\"%d\" customFormat=\"false\" ht=\"12.8\" hidden=\"false\" customHeight=\"false\" outlineLevel=\"0\" collapsed=\"false\">",
            "<row r=\"%d\" spans=\"1:23\" x14ac:dyDescent=\"0.25\">", "<row r=\"%d\">");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"01\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1.0\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"0\"><c r=\"A0\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"A2\"><v>2</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"2\" r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\"ht=\"3\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\" ht=\"3\" ht=\"4\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\" ht=\"<\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\" ht=\">\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\" ht=\"&bad;\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\" none:ht=\"3\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\" x14ac:ht=\"3\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\" x14ac:r=\"7\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\" ht=\"3\"/>",
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"/><row r=\"3\" ht=\"3\"/>",
                "<row r=\"1\"><c r=\"B1\" r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"s=\"1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\" t=\"n\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"s\" ><v>1</v></c></row>",
                "<row r=\"1\"><c s=\"1\" t=\"s\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v>1]]></v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\u0001<row r=\"2\"/>",
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>text<row r=\"2\"><c r=\"A2\"><v>2</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\" t=\"str\"><v>b</v></c></row>"
            })
    void eachRowIsTheSame(String rows) {
        assertSame(sheet(rows));
        assertSame(sheet(row(1, 0) + rows));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<worksheet a=\"\"><?p <sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>?><sheetData>"
                        + "<row r=\"1\"><c r=\"A1\"><v>2</v></c></row></sheetData></worksheet>",
                "<worksheet a=\"\"><row r=\"1\"><c r=\"A1\"><v>7</v></c></row><sheetData><row r=\"2\"><c r=\"A2\"><v>8</v></c></row>"
                        + "</sheetData></worksheet>",
                "<worksheet a=\"\"><sheetData/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>",
                "garbage <worksheet a=\"\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>",
                "<worksheet a=\"\"><cols></x><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
            })
    void eachSheetIsTheSame(String sheet) {
        assertSame(sheet);
    }

    @Test
    void anyDamageIsTheSame() {
        Random random = new Random(13);
        List<String> pieces =
                List.of("<", ">", "\"", " ", "/", "0", "r=\"1\"", "</row>", "<row r=\"9\">", "t=\"s\"", "&", "x:");
        for (int round = 0; round < 400; round++) {
            StringBuilder sheet = new StringBuilder(mixture(random));
            int first = sheet.indexOf("<sheetData>");
            int place = first + random.nextInt(Math.min(300, sheet.length() - first));
            sheet.replace(
                    place,
                    Math.min(sheet.length(), place + random.nextInt(3)),
                    pieces.get(random.nextInt(pieces.size())));
            assertSame(sheet.toString());
        }
    }

    /** Otherwise it would take three times as long. */
    @Test
    void whatMostProgramsWriteIsPlain() throws SourceException {
        for (int kind = 0; kind < TAGS.size(); kind++) {
            int tag = kind;
            String rows = IntStream.rangeClosed(1, 3_000)
                    .mapToObj(number -> row(number, tag))
                    .collect(Collectors.joining());
            byte[] sheet = sheet(rows + "<row r=\"3001\" ht=\"3\"/>").getBytes(StandardCharsets.UTF_8);
            SharedStrings strings = new SharedStrings(ReadingBudget.alone(folder));
            strings.add("a");
            strings.add("b");
            PlainSheet plain = new PlainSheet(new ByteArrayInputStream(sheet), strings, Styles.none());
            for (int number = 1; number <= 3_000; number++) {
                assertThat(plain.next()).hasToString("row " + number + " [b, null, " + number + "]");
            }
            assertThat(plain.next()).as(TAGS.get(kind)).isNull();
        }
    }

    private static String mixture(Random random) {
        return sheet(IntStream.rangeClosed(1, 1 + random.nextInt(20))
                .mapToObj(number -> row(number, random.nextInt(TAGS.size())))
                .collect(Collectors.joining()));
    }

    private static String row(int number, int tag) {
        return TAGS.get(tag).formatted(number) + CELLS.formatted(number) + "</row>";
    }

    private static String sheet(String rows) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns=\"urn:main\" xmlns:x14ac=\"urn:more\"><sheetData>"
                + rows + "</sheetData></worksheet>";
    }

    private void assertSame(String sheet) {
        int head = sheet.startsWith("<?xml") ? sheet.indexOf("?>") + 2 : 0;
        assertThat(rows(sheet))
                .as(sheet)
                .isEqualTo(rows(sheet.substring(0, head) + FOR_THE_PARSER + sheet.substring(head)));
    }

    /** The rows of a workbook with this sheet, or why it is refused. */
    private List<String> rows(String sheet) {
        Path file = XlsxFile.ofRows("")
                .with("xl/worksheets/sheet1.xml", sheet)
                .withStrings("<t>a</t>", "<t>b</t>")
                .write(folder, "book.xlsx");
        List<String> rows = new ArrayList<>();
        try {
            for (Row row : Exports.rows(file)) {
                rows.add(row + " " + Exports.kinds(row));
            }
        } catch (SourceException e) {
            return List.of("refused: " + e.fault());
        }
        return rows;
    }
}
