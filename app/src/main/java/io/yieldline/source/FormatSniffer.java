package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Detects the format of a file by its first bytes, because file names are unreliable. */
final class FormatSniffer {
    private record Signature(String hex, String name, String advice) {}

    private static final int HEAD_BYTES = 8192;
    private static final String ZIP = "504B0304";

    /** Some portals send a byte order mark or line breaks before the file; Excel skips them before a zip file. */
    private static final Pattern SENT_BEFORE = Pattern.compile("^(EFBBBF|0D|0A|20|09){1,50}(?=504B0304|D0CF11E0)");

    private static final String OLE2 = "D0CF11E0A1B11AE1";
    private static final String AS_REPORT = "export the report as .xlsx";
    private static final String AS_XLSX = "open it in Excel and save it as .xlsx";

    private static final List<Signature> UNSUPPORTED = List.of(
            new Signature("504B0506", "an empty zip archive", AS_REPORT),
            new Signature("25504446", "a PDF document", AS_REPORT),
            new Signature("1F8B", "a gzip archive", "unpack it and load the file in it"),
            new Signature("377ABCAF271C", "a 7-Zip archive", "unpack it and load the file in it"),
            new Signature("526172211A07", "a RAR archive", "unpack it and load the file in it"),
            new Signature("7B5C727466", "an RTF document", AS_REPORT),
            new Signature("89504E47", "a PNG image", AS_REPORT),
            new Signature("FFD8FF", "a JPEG image", AS_REPORT),
            new Signature("09081000", "a bare Excel 97 stream without its OLE2 container", AS_XLSX),
            new Signature("09080800", "a bare Excel 5.0/95 stream without its OLE2 container", AS_XLSX),
            new Signature("09040600", "an Excel 4 workbook", AS_XLSX),
            new Signature("09020600", "an Excel 3 workbook", AS_XLSX),
            new Signature("09000400", "an Excel 2 workbook", AS_XLSX));

    private FormatSniffer() {}

    static Format sniff(Path file) throws SourceException {
        byte[] head = readHead(file);
        if (head.length == 0) {
            throw new SourceException(Fault.EMPTY, "the file is empty; export it again");
        }
        String hex = HexFormat.of().withUpperCase().formatHex(head);
        String content = SENT_BEFORE.matcher(hex).replaceFirst("");
        if (content.startsWith(ZIP)) {
            return Format.XLSX;
        }
        if (hex.startsWith(OLE2)) {
            return Format.XLS;
        }
        if (content.startsWith(OLE2)) {
            throw new SourceException(
                    Fault.UNSUPPORTED,
                    "other bytes stand before this Excel 97-2003 workbook, which Excel does not open either; export it again");
        }
        refuseKnown(hex);
        return sniffText(TextEncoding.decodeHead(head));
    }

    private static byte[] readHead(Path file) throws SourceException {
        if (!Files.exists(file)) {
            throw unreadable("there is no such file", null);
        }
        // A pipe would block forever.
        if (!Files.isRegularFile(file)) {
            throw unreadable("this is a folder or a device, not a file", null);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD_BYTES);
        } catch (IOException e) {
            throw unreadable("the file cannot be read; check its permissions", e);
        }
    }

    private static SourceException unreadable(String message, @Nullable Throwable cause) {
        return new SourceException(Fault.UNREADABLE, message, cause);
    }

    private static void refuseKnown(String hex) throws SourceException {
        for (Signature signature : UNSUPPORTED) {
            if (hex.startsWith(signature.hex())) {
                throw new SourceException(
                        Fault.UNSUPPORTED,
                        "this is " + signature.name() + ", which is not supported; " + signature.advice());
            }
        }
    }

    private static Format sniffText(String head) throws SourceException {
        String start = head.strip().toLowerCase(Locale.ROOT);
        if (start.isEmpty()) {
            throw new SourceException(Fault.EMPTY, "the file contains only blanks; export it again");
        }
        if (start.chars().takeWhile(c -> c != CheckedText.END_OF_FILE).anyMatch(CheckedText::isBinary)) {
            throw new SourceException(
                    Fault.UNSUPPORTED, "the file contains binary data of an unknown kind; " + AS_REPORT);
        }
        return start.startsWith("<") ? sniffMarkup(start) : Mhtml.startsLike(start) ? Format.HTML : Format.CSV;
    }

    private static Format sniffMarkup(String start) throws SourceException {
        if (start.contains("urn:schemas-microsoft-com:office:spreadsheet")
                && start.contains("workbook")
                && !start.contains("<html")) {
            return Format.SPREADSHEETML;
        }
        if (start.startsWith("<?xml") && !start.contains("<html")) {
            throw new SourceException(
                    Fault.UNSUPPORTED, "this is an XML document, not an Excel workbook; " + AS_REPORT);
        }
        return Format.HTML;
    }
}
