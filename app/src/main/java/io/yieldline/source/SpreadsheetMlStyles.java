package io.yieldline.source;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The styles of an Excel 2003 XML workbook that fill numbers with zeros. */
final class SpreadsheetMlStyles {
    private static final String DEFAULT = "Default";

    private final Map<String, @Nullable ZeroFill> fills = new HashMap<>();
    private String style = DEFAULT;

    /** Takes what the current element says of a style; a style without a number format has that of its parent. */
    void read(Xml xml) throws SourceException {
        if (xml.isAtStart("Style")) {
            String id = xml.attribute("ID");
            String parent = xml.attribute("Parent");
            style = id == null ? DEFAULT : id;
            put(fills.get(parent == null ? DEFAULT : parent));
        } else if (xml.isAtStart("NumberFormat")) {
            String code = xml.attribute("Format");
            put(code == null ? null : ZeroFill.of(code).orElse(null));
        }
    }

    private void put(@Nullable ZeroFill fill) throws SourceException {
        fills.put(style, fill);
        if (fills.size() > SheetLimits.ENTRIES) {
            throw SourceException.tooMany("the workbook", "styles");
        }
    }

    /** How a style fills numbers with zeros; null if it does not. Of these, the first that is not null counts. */
    @Nullable
    ZeroFill zeroFill(@Nullable String ofCell, @Nullable String ofRow, @Nullable String ofColumn) {
        return fills.get(ofCell != null ? ofCell : ofRow != null ? ofRow : ofColumn != null ? ofColumn : DEFAULT);
    }
}
