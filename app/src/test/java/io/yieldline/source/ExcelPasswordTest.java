package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.source.SourceException.Fault;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A workbook with Excel's own password is read, one with any other is refused. */
class ExcelPasswordTest {
    private static final List<List<Object>> TABLE = List.of(List.of("SN", "Hours"), List.of("1654025050001", 0.5));
    private static final List<List<String>> ROWS = List.of(List.of("SN", "Hours"), List.of("1654025050001", "0.5"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = EncryptionMode.class,
            names = {"standard", "agile"})
    void xlsx_withExcelsOwnPassword(EncryptionMode mode) throws Exception {
        byte[] plain = Files.readAllBytes(TableFile.xlsx(folder, TABLE));
        assertThat(Exports.texts(encrypted(mode, "VelvetSweatshop", plain))).isEqualTo(ROWS);
        Exports.assertRefused(
                encrypted(mode, "secret", plain),
                Fault.ENCRYPTED,
                "the file is encrypted; save it without a password and export again");
    }

    private Path encrypted(EncryptionMode mode, String password, byte[] plain) throws Exception {
        EncryptionInfo info = new EncryptionInfo(mode);
        info.getEncryptor().confirmPassword(password);
        Path file = folder.resolve("locked.xlsx");
        try (POIFSFileSystem files = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            try (OutputStream content = info.getEncryptor().getDataStream(files)) {
                content.write(plain);
            }
            files.writeFilesystem(out);
        }
        return file;
    }

    @Test
    void xls_withExcelsOwnPassword() throws Exception {
        Biff8EncryptionKey.setCurrentUserPassword("VelvetSweatshop");
        try {
            assertThat(Exports.texts(TableFile.xls(folder, TABLE))).isEqualTo(ROWS);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }
}
