package io.yieldline.source;

import java.util.BitSet;
import java.util.Optional;

/** The date styles of a workbook. */
final class Styles {
    private final NumberFormats formats = new NumberFormats();
    private final BitSet dates = new BitSet();

    private Styles() {}

    /** No date styles: a workbook without styles. */
    static Styles none() {
        return new Styles();
    }

    static Styles read(Xml xml) throws SourceException {
        Styles styles = new Styles();
        while (xml.nextWithin("styleSheet")) {
            switch (xml.name()) {
                case "numFmt" -> styles.addFormat(xml);
                case "cellXfs" -> styles.addStyles(xml);
                default -> {}
            }
        }
        return styles;
    }

    private void addFormat(Xml xml) throws SourceException {
        String code = xml.attribute("formatCode");
        Optional<Integer> id = number(xml, "numFmtId");
        if (id.isPresent()) {
            formats.add(id.get(), code == null ? "" : code);
        }
    }

    private void addStyles(Xml xml) throws SourceException {
        int style = 0;
        while (xml.nextWithin("cellXfs")) {
            if (xml.isAt("xf")) {
                dates.set(
                        style++, number(xml, "numFmtId").filter(formats::isDate).isPresent());
            }
        }
    }

    private static Optional<Integer> number(Xml xml, String attribute) {
        String value = xml.attribute(attribute);
        return value == null || !Numbers.isCanonical(value)
                ? Optional.empty()
                : Optional.of((int) Long.parseLong(value));
    }

    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }
}
