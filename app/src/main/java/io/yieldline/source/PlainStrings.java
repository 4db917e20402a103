package io.yieldline.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the shared texts of a workbook in the form that nearly all programs write: printable characters without format. Any other text
 * is parsed as XML, by itself. At the first byte that fits into neither it throws {@link NotPlainException}, so it never judges a file.
 */
final class PlainStrings implements AutoCloseable {
    /** More texts with formats, entities or control characters are a document for the XML parser. */
    private static final int MOST_PARSED = 1_000;

    private static final byte[] LIST = ByteWindow.ascii("<sst");
    private static final byte[] TAG_END = ByteWindow.ascii(">");
    private static final String ENDS = "</sst>";
    private static final Set<String> READ = Set.of("sst", "si");
    private static final byte[] LIST_END = ByteWindow.ascii(ENDS);
    private static final byte[] ITEM = ByteWindow.ascii("<si>");
    private static final byte[] ITEM_END = ByteWindow.ascii("</si>");
    private static final byte[] TEXT = ByteWindow.ascii("<t>");
    private static final byte[] KEPT_TEXT = ByteWindow.ascii("<t xml:space=\"preserve\">");
    private static final byte[] TEXT_END = ByteWindow.ascii("</t></si>");

    private final ByteWindow bytes;
    private int parsed;
    private boolean begun;

    PlainStrings(InputStream part) {
        this.bytes = new ByteWindow(part);
    }

    /** The next text; null after the last one. */
    @Nullable
    String next() {
        try {
            return read();
        } catch (SourceException | IOException e) {
            throw new NotPlainException();
        }
    }

    private @Nullable String read() throws SourceException, IOException {
        if (!begun) {
            begin();
        }
        bytes.skipBlanks();
        bytes.hold(LIST_END.length);
        if (bytes.skip(LIST_END)) {
            bytes.requireEnd();
            return null;
        }
        bytes.holdElement(ITEM_END);
        int item = bytes.place();
        bytes.require(ITEM);
        String text = bytes.skip(KEPT_TEXT) || bytes.skip(TEXT) ? bytes.printable() : null;
        if (text != null && bytes.skip(TEXT_END)) {
            return text;
        }
        bytes.back(item);
        return parsed(bytes.through(ITEM_END));
    }

    private void begin() throws IOException, SourceException {
        begun = true;
        String head = bytes.head(LIST) + new String(bytes.through(TAG_END), StandardCharsets.UTF_8);
        PlainXml.require(1, READ, head + ENDS);
    }

    private String parsed(byte[] item) throws SourceException {
        if (++parsed > MOST_PARSED) {
            throw new NotPlainException();
        }
        StringBuilder text = new StringBuilder();
        try (Xml xml = Xml.of(new ByteArrayInputStream(item), "a shared text")) {
            xml.find("si");
            RichText.append(xml, "si", text);
            if (xml.find("si")) { // To the end, so that what is not well-formed is found.
                throw new NotPlainException();
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        bytes.close();
    }
}
