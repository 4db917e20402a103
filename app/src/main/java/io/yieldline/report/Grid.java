package io.yieldline.report;

import io.yieldline.report.chart.Svg;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A table of a report.
 *
 * @param caption caption; blank if the section title is sufficient
 * @param empty text if it has no rows
 */
record Grid(String caption, List<Column> columns, List<List<Cell>> rows, String empty) {
    /**
     * A column.
     *
     * @param number whether it has numbers, which are right-aligned
     * @param picture whether it has pictures, which plain text omits
     */
    record Column(String title, boolean number, boolean picture) {
        /** The CSS class. */
        String style() {
            return number ? "number" : "text";
        }

        static Column text(String title) {
            return new Column(title, false, false);
        }

        static Column number(String title) {
            return new Column(title, true, false);
        }

        static Column picture(String title) {
            return new Column(title, false, true);
        }
    }

    /** A cell. */
    record Cell(String text, Emphasis tone, @Nullable Svg picture) {
        static Cell of(String text) {
            return new Cell(text, Emphasis.PLAIN, null);
        }

        static Cell of(long number) {
            return of(String.format(Locale.ROOT, "%,d", number));
        }

        static Cell of(String text, Emphasis tone) {
            return new Cell(text, tone, null);
        }

        static Cell of(Svg picture) {
            return new Cell("", Emphasis.PLAIN, picture);
        }
    }
}
