package io.yieldline.source;

/** Cell references as in Excel, such as {@code B7}. */
final class CellName {
    private CellName() {}

    /** The reference of a cell by its 1-based row and 0-based column. */
    static String of(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.append(row).toString();
    }
}
