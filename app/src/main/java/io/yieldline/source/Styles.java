package io.yieldline.source;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The styles of a workbook that matter for its values: dates, and numbers that are filled with zeros. */
final class Styles {
    private final NumberFormats formats = new NumberFormats();
    private final BitSet dates = new BitSet();
    private final Map<Integer, ZeroFill> fills = new HashMap<>();

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
                add(style++, number(xml, "numFmtId").orElse(0));
            }
        }
    }

    private void add(int style, int format) {
        dates.set(style, formats.isDate(format));
        ZeroFill fill = formats.zeroFill(format);
        if (fill != null) {
            fills.put(style, fill);
        }
    }

    private static Optional<Integer> number(Xml xml, String attribute) {
        String value = xml.attribute(attribute);
        return value == null || !Numbers.isCanonical(value)
                ? Optional.empty()
                : Optional.of((int) Long.parseLong(value));
    }

    /** How a style fills numbers with zeros; null if it does not. */
    @Nullable
    ZeroFill zeroFill(int style) {
        return fills.isEmpty() ? null : fills.get(style);
    }

    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }
}
