package io.yieldline.source;

import javax.xml.stream.XMLStreamConstants;

/** Rich texts of an {@code .xlsx} file. */
final class RichText {
    private RichText() {}

    /**
     * Appends all runs of the current element; phonetic readings of East Asian characters are not
     * included.
     */
    static void append(Xml xml, String element, StringBuilder text) throws SourceException {
        for (int event = xml.next(); !isEnd(event, xml, element); event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                appendRun(xml, text);
            }
        }
    }

    private static boolean isEnd(int event, Xml xml, String element) {
        return event == XMLStreamConstants.END_ELEMENT && xml.isAt(element);
    }

    private static void appendRun(Xml xml, StringBuilder text) throws SourceException {
        if (xml.isAt("t")) {
            xml.appendText(text);
        } else if (xml.isAt("rPh")) {
            xml.skip();
        }
    }
}
