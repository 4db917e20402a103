package io.yieldline.source;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * A workbook made from a number: a workstation export in one of the formats with markup, in which names, attributes, nesting,
 * lengths, counts, compression and references are drawn at random from harmless to absurd.
 */
final class HostileWorkbook {
    private static final List<String> HEADER = List.of(
            "SN",
            "PN",
            "Workstation Name",
            "History station start time",
            "History station end time",
            "Service Flow",
            "Model",
            "History station passing status",
            "Passing Station Method",
            "operator");

    private static final long MOST_BYTES = 62 << 20;
    private static final long MOST_ARCHIVE_BYTES = 15 << 20;

    /** The formats, and how they write a row and a cell. */
    private enum Form {
        XLSX("<row>", "</row>", "<c t=\"inlineStr\"><is><t>", "</t></is></c>"),
        XLSX_VALUES("<row>", "</row>", "<c t=\"str\"><v>", "</v></c>"),
        XLSX_SHARED("<row>", "</row>", "<c t=\"s\"><v>", "</v></c>"),
        SPREADSHEETML("<Row>", "</Row>", "<Cell><Data>", "</Data></Cell>"),
        HTML("<tr>", "</tr>", "<td>", "</td>"),
        MHTML("<tr>", "</tr>", "<td>", "</td>");

        private final String row;
        private final String rowEnd;
        private final String cell;
        private final String cellEnd;

        Form(String row, String rowEnd, String cell, String cellEnd) {
            this.row = row;
            this.rowEnd = rowEnd;
            this.cell = cell;
            this.cellEnd = cellEnd;
        }

        boolean isXlsx() {
            return ordinal() <= XLSX_SHARED.ordinal();
        }
    }

    private final Random random;
    private final Form form;
    private final int texts;

    /** Each such filling is random, so that not all workbooks are compressed beyond what is allowed. */
    private final int noise;

    private long left;

    private HostileWorkbook(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        form = Form.values()[random.nextInt(Form.values().length)];
        left = form == Form.MHTML ? MOST_ARCHIVE_BYTES : MOST_BYTES;
        noise = size(150);
        texts = HEADER.size() + size(300_000);
    }

    /** The workbook of this number; 0 is not made at random. */
    static Path write(long seed, Path folder) {
        if (seed == 0) {
            return longTexts(folder);
        }
        HostileWorkbook workbook = new HostileWorkbook(seed);
        String name = "hostile-" + seed + "-" + workbook.form;
        return workbook.form.isXlsx() ? workbook.xlsx(folder, name) : workbook.page(folder.resolve(name));
    }

    /** 500 rows of 40 texts of 32,000 characters: 5 MB that unpack to 640 MB, less than the highest ratio. */
    private static Path longTexts(Path folder) {
        Random random = new Random(0);
        return XlsxFile.ofRows("")
                .with("xl/worksheets/sheet1.xml", out -> {
                    out.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
                    for (int cell = 0; cell < 500 * 40; cell++) {
                        String start = cell % 40 == 0 ? "<row>" : "";
                        String text = cell < HEADER.size()
                                ? HEADER.get(cell)
                                : noise(random).repeat(160);
                        out.write(
                                (start + Form.XLSX.cell + text + Form.XLSX.cellEnd + (cell % 40 == 39 ? "</row>" : ""))
                                        .getBytes(StandardCharsets.UTF_8));
                    }
                    out.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
                })
                .write(folder, "long-texts");
    }

    /** 200 characters that do not compress well. */
    private static String noise(Random random) {
        byte[] noise = new byte[100];
        random.nextBytes(noise);
        return HexFormat.of().formatHex(noise);
    }

    private Path xlsx(Path folder, String name) {
        XlsxFile file = XlsxFile.ofRows("")
                .with(
                        "xl/worksheets/sheet1.xml",
                        out -> sheet(out, "<worksheet><sheetData>", "</sheetData></worksheet>"));
        if (form == Form.XLSX_SHARED) {
            file.with("xl/sharedStrings.xml", this::sharedTexts);
        }
        return file.write(folder, name);
    }

    private Path page(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            switch (form) {
                case SPREADSHEETML ->
                    sheet(
                            out,
                            "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet><Table>",
                            "</Table></Worksheet></Workbook>");
                case HTML -> sheet(out, "<html><table>", "</table></html>");
                default -> sheet(out, "MIME-Version: 1.0\n\n<html><table>", "</table></html>");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private void sheet(OutputStream stream, String start, String end) throws IOException {
        Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        out.write(start);
        if (random.nextInt(10) > 0) {
            header(out);
        }
        for (int blocks = 1 + random.nextInt(4); blocks > 0; blocks--) {
            block(out);
        }
        out.write(random.nextInt(10) > 0 ? end : "");
        out.flush();
    }

    private void header(Writer out) throws IOException {
        out.write(form.row);
        for (int i = 0; i < HEADER.size(); i++) {
            out.write(form.cell + (form == Form.XLSX_SHARED ? Integer.toString(i) : HEADER.get(i)) + form.cellEnd);
        }
        out.write(form.rowEnd);
    }

    private void block(Writer out) throws IOException {
        switch (random.nextInt(9)) {
            case 0 -> names(out, size(400_000));
            case 1 -> attributes(out, size(400_000));
            case 2 -> nesting(out, size(20_000));
            case 3 -> repeated(out, "<!--", filler(), "-->", size(4_000_000));
            case 4 -> repeated(out, form.row + form.cell, filler(), form.cellEnd + form.rowEnd, size(8_000_000));
            case 5 ->
                repeated(out, "", pick(" ", "<a/>", form.row + form.rowEnd, "<?x y?>", "&amp;"), "", size(2_000_000));
            default -> rows(out, size(200_000), 1 + size(200), size(60_000));
        }
    }

    private void names(Writer out, int count) throws IOException {
        String prefix = pick("n", "row", "cell-of-a-rather-long-name-", "\u677f");
        for (int i = 0; i < count && left > 0; i++) {
            put(
                    out,
                    "<" + prefix + Integer.toString(i * 7919, 36)
                            + pick("/>", " a='1'/>", ">x</" + prefix + Integer.toString(i * 7919, 36) + ">"));
        }
    }

    private void attributes(Writer out, int count) throws IOException {
        int tags = 1 + size(2_000);
        boolean prefixes = random.nextInt(4) == 0;
        for (int tag = 0; tag < tags && left > 0; tag++) {
            put(out, "<x");
            for (int i = 0; i < count && left > 0; i++) {
                put(out, (prefixes ? " xmlns:a" : " a") + Integer.toString(i, 36) + "='1'");
            }
            put(out, "/>");
        }
    }

    private void nesting(Writer out, int depth) throws IOException {
        String tag = pick("a", "b", "div", "table", "row", "tr");
        for (int times = 1 + size(500); times > 0 && left > 0; times--) {
            put(out, ("<" + tag + ">").repeat(depth) + ("</" + tag + ">").repeat(depth));
        }
    }

    private void repeated(Writer out, String start, String filling, String end, int times) throws IOException {
        put(out, start);
        for (int i = 0; i < times && left > 0; i++) {
            put(out, i % noise == 0 ? filling + Integer.toHexString(random.nextInt()) : filling);
        }
        put(out, end);
    }

    private void rows(Writer out, int rows, int columns, int length) throws IOException {
        boolean valid = random.nextBoolean();
        for (int row = 0; row < rows && left > 0; row++) {
            put(out, form.row);
            for (int column = 0; column < columns && left > 0; column++) {
                put(out, form.cell);
                cell(out, row, column, valid, length);
                put(out, form.cellEnd);
            }
            put(out, form.rowEnd);
        }
    }

    private void cell(Writer out, int row, int column, boolean valid, int length) throws IOException {
        if (form == Form.XLSX_SHARED) {
            put(out, Integer.toString(random.nextInt(texts + (valid ? 0 : 10))));
        } else if (valid && (column == 3 || column == 4)) {
            put(out, "%d-04-%02d 08:05:00".formatted(1900 + row % 200, 1 + row % 30));
        } else {
            repeated(out, Integer.toString(row), filler(), "", valid ? Math.min(length, 60) : length);
        }
    }

    private void sharedTexts(OutputStream stream) throws IOException {
        Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        out.write("<sst>");
        int length = size(5_000);
        for (int i = 0; i < texts && left > 0; i++) {
            put(out, "<si><t>");
            repeated(out, i < HEADER.size() ? HEADER.get(i) : "", filler(), "", i < HEADER.size() ? 0 : length);
            put(out, "</t></si>");
        }
        out.write("</sst>");
        out.flush();
    }

    private String filler() {
        return pick("x", "\u677f", "&#128512;", "&amp;", Integer.toHexString(random.nextInt()), "2025-04-15 08:05:00");
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Up to the most, with every order of magnitude equally likely. */
    private int size(int most) {
        return (int) Math.pow(most, random.nextDouble());
    }

    private void put(Writer out, String text) throws IOException {
        out.write(text);
        left -= text.length();
    }
}
