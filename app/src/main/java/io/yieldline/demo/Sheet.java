package io.yieldline.demo;

import java.util.ArrayList;
import java.util.List;

/** A table of texts for a workbook; an empty text is a blank cell. */
record Sheet(List<String> header, List<List<String>> rows) {
    private static final String NUMBER = "0|[1-9][0-9]{0,14}";

    /** Whether the portal writes this text as a numeric cell, as it does for every text that looks like a whole number. */
    static boolean isNumber(String text) {
        return text.matches(NUMBER);
    }

    /** This sheet with additional rows at its end. */
    Sheet with(List<List<String>> more) {
        List<List<String>> all = new ArrayList<>(rows);
        all.addAll(more);
        return new Sheet(header, all);
    }

    /** A copy of a row with one changed cell. */
    List<String> spoiled(int row, String column, String text) {
        List<String> copy = new ArrayList<>(rows.get(row));
        copy.set(header.indexOf(column), text);
        return copy;
    }
}
