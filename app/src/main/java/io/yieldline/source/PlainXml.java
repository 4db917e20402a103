package io.yieldline.source;

import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The XML parser on the short parts of a document that the plain readers do not read themselves, so that they skip nothing unread. */
final class PlainXml {
    private PlainXml() {}

    /** Requires that a small document is well-formed, has this number of elements of these names, and had no bytes that are no characters. */
    static void require(int elements, Set<String> names, String document) throws SourceException {
        if (document.indexOf(ByteWindow.REPLACEMENT) >= 0 || count(names, document) != elements) {
            throw new NotPlainException();
        }
    }

    private static int count(Set<String> names, String document) throws SourceException {
        int count = 0;
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        try (Xml xml = Xml.of(new ByteArrayInputStream(bytes), "a part of a document")) {
            for (int event = xml.next(); event != END_DOCUMENT; event = xml.next()) {
                count += event == START_ELEMENT && names.contains(xml.name()) ? 1 : 0;
            }
        }
        return count;
    }
}
