package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Detects the encoding of a text: by byte order mark, by the zeros of UTF-16, as UTF-8 if the whole text is valid, by the declaration
 * of a web page or an XML workbook, else by what the text would say.
 */
final class TextEncoding {
    /** A text that can be read several times. */
    interface Text {
        InputStream open() throws IOException;
    }

    private static final Pattern DECLARED = Pattern.compile(
            "(?:<meta[^>]*charset|^\\s*<\\?xml[^>]*encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

    /** Programs declare the standard of their country and write Microsoft's extension of it, as every browser knows. */
    private static final Map<String, String> WRITTEN = Map.of(
            "GB2312", "GB18030",
            "GBK", "GB18030",
            "Shift_JIS", "windows-31j",
            "EUC-KR", "x-windows-949",
            "ISO-8859-1", "windows-1252");

    private static final int HEAD_BYTES = 4096;
    private static final int UTF16_SAMPLE = 64;
    private static final char MARK = '\uFEFF';

    private TextEncoding() {}

    /** The characters of a text without its byte order mark. */
    static Reader open(Text text) throws SourceException {
        try {
            Charset charset = of(text);
            return decode(text.open(), charset);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    static SourceException unreadable(Exception cause) {
        return SourceException.within(cause)
                .orElseGet(() ->
                        new SourceException(Fault.UNREADABLE, "the file cannot be read: " + cause.getMessage(), cause));
    }

    /** The characters of a text in this encoding. Bytes that a Unicode encoding cannot have are refused. */
    static Reader decode(InputStream in, Charset charset) throws IOException {
        Reader decoded = charset.name().startsWith("UTF")
                ? new InputStreamReader(in, charset.newDecoder())
                : new InputStreamReader(in, charset);
        Reader reader = new BufferedReader(new CheckedText(decoded), 1 << 16);
        reader.mark(1);
        if (reader.read() != MARK) {
            reader.reset();
        }
        return reader;
    }

    /** The first characters of a text, to detect its kind. */
    static String decodeHead(byte[] head) {
        String text = new String(head, ofBytes(head).orElse(StandardCharsets.UTF_8));
        return text.isEmpty() || text.charAt(0) != MARK ? text : text.substring(1);
    }

    static Charset of(Text text) throws IOException {
        byte[] head;
        try (InputStream in = text.open()) {
            head = in.readNBytes(HEAD_BYTES);
        }
        Optional<Charset> told = ofBytes(head);
        if (told.isEmpty()) {
            told = isUtf8(text) ? Optional.of(StandardCharsets.UTF_8) : declared(head);
        }
        return told.isPresent() ? told.get() : EncodingEvidence.of(text.open());
    }

    private static Optional<Charset> ofBytes(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(head, 0xFF, 0xFE) || isMostlyZero(head, 1)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return startsWith(head, 0xFE, 0xFF) || isMostlyZero(head, 0)
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether nearly every other byte is zero and the bytes between are not, as in UTF-16 of Western text. */
    private static boolean isMostlyZero(byte[] head, int offset) {
        int pairs = Math.min(head.length, UTF16_SAMPLE) / 2;
        int zeros = 0;
        for (int i = 0; i < pairs; i++) {
            zeros += head[2 * i + offset] == 0 ? 1 : 0;
            if (head[2 * i + 1 - offset] == 0) {
                return false;
            }
        }
        return pairs > 0 && 2 * zeros > pairs;
    }

    private static Optional<Charset> declared(byte[] head) {
        Matcher declaration = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        try {
            return declaration.find() ? readable(Charset.forName(declaration.group(1))) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** A declaration that is readable as bytes is not in UTF-16, whatever it says. */
    private static Optional<Charset> readable(Charset declared) {
        return declared.name().startsWith("UTF-16")
                ? Optional.empty()
                : Optional.of(Charset.forName(WRITTEN.getOrDefault(declared.name(), declared.name())));
    }

    private static boolean isUtf8(Text text) throws IOException {
        try (Reader reader =
                new InputStreamReader(new BufferedInputStream(text.open()), StandardCharsets.UTF_8.newDecoder())) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
