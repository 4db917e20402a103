package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The position of an element: inside a table row or not, and in which outermost table. */
record HtmlPlace(boolean isInRow, @Nullable Element table) {
    static HtmlPlace of(Element element) throws SourceException {
        boolean inRow = false;
        Element table = null;
        int depth = 0;
        for (Element above = element.parent(); above != null; above = above.parent()) {
            inRow |= above.nameIs("tr");
            table = above.nameIs("table") ? above : table;
            if (++depth > SheetLimits.DEPTH) {
                throw new SourceException(
                        Fault.TOO_LARGE, "the page's tags are nested more than 256 deep; export the report as .xlsx");
            }
        }
        return new HtmlPlace(inRow, table);
    }
}
