package io.yieldline.source;

import javax.xml.stream.XMLStreamConstants;

/** Texts of an {@code .xlsx} file, which come in runs. */
final class RichText {
    private RichText() {}

    /**
     * Adds all runs of the element whose start tag was read last, up to its end; readings of East Asian characters are no
     * part of the text. False if the text grows too long for a cell.
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
