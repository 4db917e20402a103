package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.EOFException;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** A survey of a page: its title, whether it has a password field, and the number of cells of its tables. */
final class HtmlSurvey {
    private static final int TITLE_CHARACTERS = 100;

    private final List<Integer> cells = new ArrayList<>();
    private String title = "";
    private boolean isLogin;
    private String frame = "";

    private HtmlSurvey() {}

    static HtmlSurvey of(TextEncoding.Text page) throws SourceException {
        HtmlSurvey survey = new HtmlSurvey();
        try (HtmlRows rows = HtmlRows.ofPage(page, survey::look)) {
            while (rows.next()) {
                survey.count(rows.tableNumber(), rows.row());
                if (survey.cells.size() > SheetLimits.ENTRIES) {
                    throw SourceException.tooMany("the page", "tables");
                }
            }
            if (rows.isCutOff()) {
                throw ZipParts.unfinished(new EOFException("no end of the table"));
            }
        }
        return survey;
    }

    private void look(Element element) {
        if (element.nameIs("title") && title.isEmpty()) {
            String line = element.text().replaceAll("\\s+", " ").strip();
            title = shortened(line);
        }
        if ((element.nameIs("frame") || element.nameIs("iframe")) && frame.isEmpty()) {
            frame = element.attr("src");
        }
        isLogin |= element.nameIs("input") && element.attr("type").equalsIgnoreCase("password");
    }

    private void count(int table, Element row) {
        if (table == cells.size()) {
            cells.add(0);
        }
        cells.set(table, cells.get(table) + row.childrenSize());
    }

    /** Whether the page has a table; those of a login page do not count. */
    boolean hasTable() {
        return !cells.isEmpty() && !isLogin;
    }

    /** What the page is instead. */
    SourceException withoutTable() {
        if (!frame.isEmpty() && !isLogin) {
            return new SourceException(
                    Fault.NO_TABLE,
                    "this is only the frame page of a web archive, its sheets are in other files (" + shortened(frame)
                            + "); open it in Excel where it was saved, and save it as .xlsx");
        }
        return new SourceException(
                Fault.NO_TABLE,
                "the portal sent a page " + (title.isEmpty() ? "" : "titled \"" + title + "\" ")
                        + "instead of a table; log in again and export again");
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(TITLE_CHARACTERS, text.length()));
    }
}
