package io.yieldline.source;

import javax.xml.stream.XMLStreamConstants;

/** Rich texts of an {@code .xlsx} file. */
final class RichText {
    private RichText() {}

    /**
     * Appends all runs of the current element; phonetic readings of East Asian characters are not
     * included. False if the text is too long for a cell.
     */
    static boolean append(Xml xml, String element, StringBuilder text) throws SourceException {
        for (int event = xml.next(); !isEnd(event, xml, element); event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && !appendRun(xml, text)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEnd(int event, Xml xml, String element) {
        return event == XMLStreamConstants.END_ELEMENT && xml.isAt(element);
    }

    private static boolean appendRun(Xml xml, StringBuilder text) throws SourceException {
        if (xml.isAt("t")) {
            return xml.appendText(text);
        }
        if (xml.isAt("rPh")) {
            xml.skip();
        }
        return true;
    }
}
