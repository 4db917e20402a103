package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.source.SourceException.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no exports: the message names what they are and what to do. */
class UnsupportedFileTest {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "255044462D312E37, 'this is a PDF document, which is not supported; export the report as .xlsx'",
        "1F8B0800, 'this is a gzip archive, which is not supported; unpack it and load the file in it'",
        "377ABCAF271C, 'this is a 7-Zip archive, which is not supported; unpack it and load the file in it'",
        "526172211A07, 'this is a RAR archive, which is not supported; unpack it and load the file in it'",
        "7B5C72746631, 'this is an RTF document, which is not supported; export the report as .xlsx'",
        "504B0506, 'this is an empty zip archive, which is not supported; export the report as .xlsx'",
        "0908100000060500, 'this is a bare Excel 97 stream without its OLE2 container, which is not supported; open it in Excel and save it as .xlsx'",
        "0908080000050500, 'this is a bare Excel 5.0/95 stream without its OLE2 container, which is not supported; open it in Excel and save it as .xlsx'",
        "0904060000041000, 'this is an Excel 4 workbook, which is not supported; open it in Excel and save it as .xlsx'",
        "0900040002001000, 'this is an Excel 2 workbook, which is not supported; open it in Excel and save it as .xlsx'",
        "612C620A312C00, 'the file contains binary data of an unknown kind; export the report as .xlsx'",
        "0541646D696E, 'the file contains binary data of an unknown kind; export the report as .xlsx'"
    })
    void signature_known(String hex, String message) {
        Exports.assertRefused(
                Exports.bytes(folder, "export.xls", HexFormat.of().parseHex(hex)), Fault.UNSUPPORTED, message);
    }

    @ParameterizedTest
    @CsvSource({
        "xl/workbook.bin, 'this is a binary Excel workbook (.xlsb), which is not supported; open it in Excel and save it as .xlsx'",
        "content.xml, 'this is an OpenDocument file (.ods), which is not supported; open it in Excel and save it as .xlsx'",
        "word/document.xml, 'this is a Word document (.docx), which is not supported; export the report as .xlsx'",
        "ppt/presentation.xml, 'this is a PowerPoint presentation (.pptx), which is not supported; export the report as .xlsx'",
        "../../etc/passwd, 'this is a zip archive, not a workbook; unpack it and load the files in it'"
    })
    void zip_ofAnotherKind(String part, String message) throws IOException {
        Path file = folder.resolve("export.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(part));
            zip.closeEntry();
        }
        Exports.assertRefused(file, Fault.UNSUPPORTED, message);
    }

    @Test
    void xml_ofAnotherKind() {
        Exports.assertRefused(
                Exports.text(folder, "export.xls", "<?xml version='1.0'?><feed/>"),
                Fault.UNSUPPORTED,
                "this is an XML document, not an Excel workbook; export the report as .xlsx");
    }

    @Test
    void file_empty() {
        Exports.assertRefused(
                Exports.bytes(folder, "export.xls", new byte[0]), Fault.EMPTY, "the file is empty; export it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\uFEFF", "\r\n\t\n"})
    void file_blank(String blank) {
        Exports.assertRefused(
                Exports.text(folder, "export.xls", blank, StandardCharsets.UTF_8),
                Fault.EMPTY,
                "the file contains only blanks; export it again");
    }

    @Test
    void file_missing() {
        Exports.assertRefused(folder.resolve("nothing.xls"), Fault.UNREADABLE, "there is no such file");
    }

    @Test
    void file_folder() {
        Exports.assertRefused(folder, Fault.UNREADABLE, "this is a folder or a device, not a file");
    }

    @Test
    void file_pipe() throws Exception {
        Path pipe = folder.resolve("pipe.xls");
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/mkfifo")), "there is no mkfifo to make a pipe with");
        new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor();
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> Exports.assertRefused(pipe, Fault.UNREADABLE, "this is a folder or a device, not a file"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,\"b",
                "<table><tr><td>1",
                "<p>no table</p>",
                "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'><x></Workbook>",
                "<?xml version='1.0'?><feed/>"
            })
    void refusal_leavesNoFileOpen(String content) throws IOException {
        Path file = Exports.text(folder, "export.xls", content);
        Assumptions.assumeTrue(Files.isDirectory(OPEN_FILES), "the system does not list open files");
        Assertions.assertThrows(SourceException.class, () -> Exports.rows(file));
        try (Stream<Path> open = Files.list(OPEN_FILES)) {
            assertThat(open.map(UnsupportedFileTest::target))
                    .doesNotContain(file.toRealPath().toString());
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
