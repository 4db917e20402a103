package io.yieldline.source;

import io.yieldline.source.GeneratedExport.Known;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What happens to cells on their way through scanners, portals and spreadsheet programs. */
enum Dirt {
    NO_BREAK_SPACE(Kinds.ALL, 3, text -> "\u00A0" + text + "\u00A0"),
    ZERO_WIDTH(Kinds.UNICODE, 2, text -> text + "\u200B"),
    WIDE_BLANK(Kinds.UNICODE, 3, text -> text + "\u3000"),
    BYTE_ORDER_MARK(Kinds.UNICODE, 0, text -> "\uFEFF" + text),
    ESCAPED_RETURN(Kinds.XLSX, 7, text -> text + "_x000D_"),
    ESCAPED_SEPARATOR(Kinds.XLSX, 0, text -> text + "_x001D_"),
    CONTROL_CHARACTER(Kinds.DELIMITED, 3, text -> text + "\u0007"),
    FORMULA_OF_TEXT(Kinds.DELIMITED, 3, text -> "=\"" + text + "\""),
    TIME_WITH_T(Kinds.ALL, 5, text -> text.replace(' ', 'T')),
    TIME_OF_DAY_IN_HALVES(Kinds.ALL, 4, text -> text + " AM"),
    MILLISECONDS(Kinds.ALL, 5, text -> text + ".000"),
    WORD_FOR_BLANK(Kinds.ALL, 6, text -> "NULL") {
        @Override
        Known soiled(Known known) {
            return known.with(6, "");
        }
    },
    ERROR_VALUE(Kinds.ALL, 8, text -> "#N/A") {
        @Override
        Known soiled(Known known) {
            return known.with(8, "");
        }
    },
    NUMBER(Kinds.TYPED, 0, text -> text) {
        @Override
        Object value(String text) {
            return Double.valueOf(text);
        }
    },
    LOST_DIGITS(Kinds.ALL, 0, text -> "1.65403E+12") {
        @Override
        Known soiled(Known known) {
            return known.lost();
        }
    },
    SIXTEEN_DIGITS(Kinds.TYPED, 0, text -> text + "777") {
        @Override
        Object value(String text) {
            return Double.valueOf(text);
        }

        @Override
        Known soiled(Known known) {
            return known.lost();
        }
    },
    LOST_SECONDS(Kinds.ALL, 5, text -> text.substring(0, 16)) {
        @Override
        Known soiled(Known known) {
            return known.lost();
        }
    },
    NO_TIME(Kinds.ALL, 5, text -> "13 May") {
        @Override
        Known soiled(Known known) {
            return known.lost();
        }
    };

    private final Set<ExportForm> forms;
    private final int column;
    private final UnaryOperator<String> change;

    Dirt(Set<ExportForm> forms, int column, UnaryOperator<String> change) {
        this.forms = forms;
        this.column = column;
        this.change = change;
    }

    boolean fits(ExportForm form) {
        return forms.contains(form);
    }

    /** Soils a row, and says what can still be read. A cell that is soiled already, or blank, stays as it is. */
    final Known soil(List<@Nullable Object> cells, Known known) {
        Object cell = cells.get(column);
        if (cell == null || !cell.equals(known.values().get(column)) || !known.readable()) {
            return known;
        }
        cells.set(column, value(change.apply(cell.toString())));
        return soiled(known);
    }

    Object value(String text) {
        return text;
    }

    Known soiled(Known known) {
        return known;
    }

    /** The forms that can have a dirt. */
    private static final class Kinds {
        static final Set<ExportForm> XLSX = EnumSet.of(ExportForm.XLSX);
        static final Set<ExportForm> TYPED = EnumSet.of(ExportForm.XLSX, ExportForm.XLS, ExportForm.SPREADSHEET_ML);
        static final Set<ExportForm> DELIMITED = EnumSet.of(
                ExportForm.CSV, ExportForm.SEMICOLONS, ExportForm.PIPES, ExportForm.TABS, ExportForm.UTF_16_TABS);
        static final Set<ExportForm> EASTERN = EnumSet.of(ExportForm.GB18030, ExportForm.BIG5, ExportForm.SHIFT_JIS);
        static final Set<ExportForm> UNICODE = EnumSet.complementOf(EnumSet.copyOf(EASTERN));
        static final Set<ExportForm> ALL = UNICODE;
    }
}
