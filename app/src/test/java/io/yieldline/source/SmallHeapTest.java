package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads what is made to fill the memory in a process that has little of it. */
@Tag("processes")
class SmallHeapTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    Path folder;

    @Test
    void bombs_in96Megabytes() throws Exception {
        List<Path> files = List.of(
                bomb("cell.xlsx", SHEET, "<worksheet><sheetData><row><c t='str'><v>", "x", 60_000_000),
                bomb("attribute.xlsx", SHEET, "<worksheet><sheetData><row><c t='", "x", 60_000_000),
                bomb("name.xlsx", SHEET, "<worksheet><sheetData><", "x", 60_000_000),
                bomb("comment.xlsx", SHEET, "<worksheet><!--", "x", 60_000_000),
                bomb("spaces.xlsx", SHEET, "<worksheet><sheetData>", " ", 60_000_000),
                bomb("rows.xlsx", SHEET, "<worksheet><sheetData>", "<row><c><v>1</v></c></row>", 60_000_000),
                bomb("depth.xlsx", SHEET, "<worksheet><sheetData>", "<a>", 60_000_000),
                bomb("texts.xlsx", "xl/sharedStrings.xml", "<sst>", "<si><t>abcdefg</t></si>", 60_000_000),
                XlsxFile.ofCells("<c r='ZZZZZZ1'><v>1</v></c>").write(folder, "column.xlsx"),
                randomTexts("honest.xlsx"),
                text("cell.csv", "a,b\n1,\"", "x", 40_000_000, ""),
                text("deep.html", "<table><tr><td>", "<b>", 30_000_000, ""),
                text("cell.html", "<table><tr><td>", "x", 60_000_000, "</table>"),
                text("tags.html", "<table><tr><td>", "<b></b>", 40_000_000, "</table>"),
                text(
                        "archive.mht",
                        "MIME-Version: 1.0\n\n<table><tr><td>1</td></tr>",
                        "<tr><td>2</td></tr>",
                        15_000_000,
                        "</table>"),
                text("large.mht", "MIME-Version: 1.0\n\n", "x", 17_000_000, ""),
                text("large.html", "<table>", " ", 68_000_000, "</table>"),
                text("outside.html", "", "<p>x</p>", 10_000_000, "<table><tr><td>1</table>"),
                text(
                        "cell.xml",
                        "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet><Table><Row><Cell><Data>",
                        "x",
                        60_000_000,
                        ""));
        assertThat(readInSmallProcess(files))
                .containsExactly(
                        "cell.xlsx TOO_LARGE",
                        "attribute.xlsx TOO_LARGE",
                        "name.xlsx TOO_LARGE",
                        "comment.xlsx TOO_LARGE",
                        "spaces.xlsx TOO_LARGE",
                        "rows.xlsx BAD_REFERENCE",
                        "depth.xlsx TOO_LARGE",
                        "texts.xlsx TOO_LARGE",
                        "column.xlsx BAD_REFERENCE",
                        "honest.xlsx TOO_LARGE",
                        "cell.csv CORRUPT",
                        "deep.html TOO_LARGE",
                        "cell.html TOO_LARGE",
                        "tags.html TOO_LARGE",
                        "archive.mht 800001",
                        "large.mht TOO_LARGE",
                        "large.html TOO_LARGE",
                        "outside.html 1",
                        "cell.xml TOO_LARGE");
    }

    private Path bomb(String name, String part, String start, String filling, int bytes) {
        return XlsxFile.ofCells("")
                .with(part, out -> {
                    out.write(start.getBytes(StandardCharsets.UTF_8));
                    fill(out, filling, bytes);
                })
                .write(folder, name);
    }

    private static void fill(OutputStream out, String filling, int bytes) throws IOException {
        byte[] block = filling.repeat(20_000).getBytes(StandardCharsets.UTF_8);
        for (int written = 0; written < bytes; written += block.length) {
            out.write(block);
        }
    }

    /** Texts that compress badly and are too many for the memory: no bomb, just too large. */
    private Path randomTexts(String name) {
        Random random = new Random(1);
        return XlsxFile.ofCells("")
                .with("xl/sharedStrings.xml", out -> {
                    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    writer.write("<sst>");
                    for (int i = 0; i < 900_000; i++) {
                        writer.write("<si><t>" + Long.toHexString(random.nextLong()) + "</t></si>");
                    }
                    writer.write("</sst>");
                    writer.flush();
                })
                .write(folder, name);
    }

    private Path text(String name, String start, String filling, int bytes, String end) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            fill(out, filling, bytes);
            out.write(end.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static List<String> readInSmallProcess(List<Path> files) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeapTest.class.getName()));
        files.forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.lines().toList();
    }

    /** Reads the files given and prints for each how many rows it has or why it is refused. */
    public static void main(String[] files) {
        for (String file : files) {
            System.out.println(Path.of(file).getFileName() + " " + read(Path.of(file)));
        }
    }

    private static String read(Path file) {
        try (RowReader reader = Source.open(file)) {
            int rows = 0;
            while (reader.next() != null) {
                rows++;
            }
            return Integer.toString(rows);
        } catch (SourceException e) {
            return e.fault().toString();
        } catch (Throwable e) {
            return e.toString();
        }
    }
}
