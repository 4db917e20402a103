package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Tests on texts that a portal sends under the name {@code .xls}. */
abstract class TextFormatsSuite {
    static final String WORKBOOK =
            "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet' xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'>";

    @TempDir
    Path folder;

    List<List<String>> read(String content) throws SourceException {
        return Exports.texts(Exports.text(folder, "export.xls", content));
    }

    void assertRefused(String content, Fault fault, String message) {
        Exports.assertRefused(Exports.text(folder, "export.xls", content), fault, message);
    }

    List<List<String>> readSheet(String rows) throws SourceException {
        return read(sheet(rows));
    }

    static String sheet(String rows) {
        return "<?xml version='1.0'?>" + WORKBOOK + "<Worksheet ss:Name='A'><Table>" + rows
                + "</Table></Worksheet></Workbook>";
    }
}
