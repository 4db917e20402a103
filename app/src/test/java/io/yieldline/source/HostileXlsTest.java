package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.source.SourceException.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code .xls} files that are locked, old, damaged or lie. */
class HostileXlsTest {
    private static final int LABEL_SST = 0xFD;
    private static final int SST = 0xFC;
    private static final int NUMBER = 0x203;
    private static final int LABEL = 0x204;

    @TempDir
    Path folder;

    private static byte[] number(double value) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(value)
                .array();
    }

    private void assertRefused(BiffFile file, Fault fault, String message) {
        Exports.assertRefused(file.write(folder, "book.xls"), fault, message);
    }

    @Test
    void workbook_encrypted() {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try {
            TableFile.xls(folder, List.of(List.of("SN")));
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        Exports.assertRefused(
                folder.resolve("table.xls"),
                Fault.ENCRYPTED,
                "the file is encrypted; save it without a password and export again");
    }

    @Test
    void xlsx_encrypted() {
        Exports.assertRefused(
                BiffFile.ole(folder, "book.xlsx", "EncryptedPackage", new byte[5000]),
                Fault.ENCRYPTED,
                "the file is encrypted; save it without a password and export again");
    }

    @ParameterizedTest
    @CsvSource({
        "Book, 'this is an Excel 5.0/95 workbook, which is not supported; open it in Excel and save it as .xlsx'",
        "WordDocument, 'this is a Word document (.doc), which is not supported; export the report as .xlsx'",
        "PowerPoint Document, 'this is a PowerPoint presentation (.ppt), which is not supported; export the report as .xlsx'",
        "Other, 'this is an OLE2 document without a workbook, which is not supported; export the report as .xlsx'"
    })
    void document_ofAnotherKind(String stream, String message) {
        Exports.assertRefused(BiffFile.ole(folder, "file.xls", stream, new byte[5000]), Fault.UNSUPPORTED, message);
    }

    @Test
    void workbook_olderThanExcel97() {
        Exports.assertRefused(
                BiffFile.ole(folder, "book.xls", "Workbook", new BiffFile().stream(0x500)),
                Fault.UNSUPPORTED,
                "this workbook is older than Excel 97, which is not supported; open it in Excel and save it as .xlsx");
    }

    @Test
    void sheet_withoutEnd() {
        byte[] stream = new BiffFile().cell(NUMBER, 0, 0, number(1)).stream(0x600);
        Exports.assertRefused(
                BiffFile.ole(folder, "book.xls", "Workbook", stream), Fault.TRUNCATED, DamagedFileTest.CUT_OFF);
    }

    @Test
    void sharedText_outOfRange() {
        assertRefused(
                new BiffFile().cell(LABEL_SST, 0, 1, BiffFile.shorts(7, 0)),
                Fault.BAD_SHARED_STRING,
                "cell B1 refers to text 7, but the workbook has only 0; the file is damaged, export it again");
    }

    @Test
    void sharedTexts_fewerThanPromised() throws Exception {
        byte[] twoBillion = BiffFile.join(BiffFile.shorts(-1, 0x7FFF, -1, 0x7FFF), BiffFile.string("only one"));
        Path file = new BiffFile()
                .front(SST, twoBillion)
                .cell(LABEL_SST, 0, 0, BiffFile.shorts(0, 0))
                .write(folder, "book.xls");
        assertThat(Exports.texts(file)).containsExactly(List.of("only one"));
    }

    @Test
    void cell_twice() {
        assertRefused(
                new BiffFile().cell(NUMBER, 2, 3, number(1)).cell(NUMBER, 2, 3, number(2)),
                Fault.BAD_REFERENCE,
                "cell D3 appears twice; the file is damaged, export it again");
    }

    @Test
    void row_farFromItsPlace() {
        BiffFile file = new BiffFile();
        for (int row = 1; row <= 1_005; row++) {
            file.cell(NUMBER, row, 0, number(row));
        }
        assertRefused(
                file.cell(NUMBER, 0, 0, number(2)),
                Fault.BAD_REFERENCE,
                "row 1 stands behind row 7, too far from its place; open the file in Excel, save it as .xlsx and load that");
    }

    @Test
    void column_beyondTheLast() {
        assertRefused(
                new BiffFile().cell(NUMBER, 0, 0xFFFF, number(1)),
                Fault.BAD_REFERENCE,
                "row 1 has a cell beyond column XFD, the last column of a sheet; the file is damaged, export it again");
    }

    @Test
    void text_longerThanItsRecord() {
        byte[] label = BiffFile.string("short");
        label[0] = 100;
        assertRefused(new BiffFile().cell(LABEL, 0, 0, label), Fault.TRUNCATED, DamagedFileTest.CUT_OFF);
    }

    @Test
    void name_liesAboutTheFormat() throws IOException, SourceException {
        Path xls = Files.move(
                new BiffFile().cell(NUMBER, 0, 0, number(5)).write(folder, "book.xls"), folder.resolve("a.xlsx"));
        Path xlsx = XlsxFile.ofCells("<c><v>6</v></c>").write(folder, "a.xls");
        assertThat(Exports.texts(xls)).containsExactly(List.of("5"));
        assertThat(Exports.texts(xlsx)).containsExactly(List.of("6"));
    }
}
