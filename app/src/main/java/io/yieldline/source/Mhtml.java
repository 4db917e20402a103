package io.yieldline.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Web archives (MHTML), in which Excel and browsers save a page with its parts in one file. */
final class Mhtml {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";\\r\\n]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n\\r?\\n");

    private record Part(String header, String body) {
        boolean isPage() {
            boolean isHtml = header.contains("text/html") || !header.contains("content-type:");
            return isHtml && !header.contains("tabstrip.htm");
        }

        byte[] decode() {
            byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
            if (header.contains("quoted-printable")) {
                return decodeQuotedPrintable(bytes);
            }
            return header.contains("base64") ? Base64.getMimeDecoder().decode(bytes) : bytes;
        }
    }

    private Mhtml() {}

    /** Whether a lower-case text starts like a web archive. */
    static boolean startsLike(String start) {
        return start.startsWith("mime-version:") || start.startsWith("content-type: multipart/related");
    }

    /** The pages in the archive, without the one that Excel adds for the names of the sheets; the input is bytes as ISO 8859-1. */
    static List<byte[]> pages(String archive) throws SourceException {
        List<byte[]> pages =
                parts(archive).stream().filter(Part::isPage).map(Part::decode).toList();
        return pages.isEmpty() ? List.of(new byte[0]) : pages;
    }

    private static List<Part> parts(String archive) throws SourceException {
        Matcher boundary = BOUNDARY.matcher(archive);
        if (!boundary.find()) {
            return List.of(part(archive.strip()));
        }
        String line = "--" + boundary.group(1);
        List<Part> parts = new ArrayList<>();
        int start = archive.indexOf(line, boundary.end());
        while (start >= 0) {
            int next = archive.indexOf(line, start + line.length());
            int end = next < 0 ? archive.length() : next;
            parts.add(part(archive.substring(start + line.length(), end).strip()));
            start = next;
            if (parts.size() > SheetLimits.ENTRIES) {
                throw SourceException.tooMany("the web archive", "parts");
            }
        }
        return parts;
    }

    private static Part part(String text) {
        Matcher blank = BLANK_LINE.matcher(text);
        return blank.find()
                ? new Part(text.substring(0, blank.start()).toLowerCase(Locale.ROOT), text.substring(blank.end()))
                : new Part(text.toLowerCase(Locale.ROOT), "");
    }

    private static byte[] decodeQuotedPrintable(byte[] text) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(text.length);
        for (int i = 0; i < text.length; i++) {
            if (text[i] != '=') {
                decoded.write(text[i]);
            } else if (isHex(text, i + 1) && isHex(text, i + 2)) {
                decoded.write(Character.digit(text[++i], 16) << 4 | Character.digit(text[++i], 16));
            } else {
                i = endOfLine(text, i);
            }
        }
        return decoded.toByteArray();
    }

    private static boolean isHex(byte[] text, int index) {
        return index < text.length && Character.digit(text[index], 16) >= 0;
    }

    /** A soft line break of quoted-printable text, which joins two lines. */
    private static int endOfLine(byte[] text, int equals) {
        int i = equals;
        while (i + 1 < text.length && Character.isWhitespace(text[i + 1]) && text[i] != '\n') {
            i++;
        }
        return i;
    }
}
