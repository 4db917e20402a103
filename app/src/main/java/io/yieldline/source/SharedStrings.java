package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The shared strings of a workbook. */
final class SharedStrings {
    private static final int OBJECT_BYTES = 64;

    private final List<String> texts = new ArrayList<>();
    private final BitSet unclean = new BitSet();
    private final ReadingBudget budget;

    SharedStrings(ReadingBudget budget) {
        this.budget = budget;
    }

    /** Reads the table of an {@code .xlsx} file. */
    static SharedStrings read(Xml xml, ReadingBudget budget) throws SourceException {
        SharedStrings strings = new SharedStrings(budget);
        StringBuilder text = new StringBuilder();
        while (xml.find("si")) {
            text.setLength(0);
            RichText.append(xml, "si", text);
            strings.add(text.toString());
        }
        return strings;
    }

    void add(String text) throws SourceException {
        String kept = text.length() > RowBuilder.ENOUGH ? text.substring(0, RowBuilder.ENOUGH) : text;
        budget.take(OBJECT_BYTES + 2L * kept.length());
        if (!CleanText.isClean(kept)) {
            unclean.set(texts.size());
        }
        texts.add(kept);
    }

    /** The text of a cell; row and column are for the error message. */
    String get(int index, int row, int column) throws SourceException {
        if (index < 0 || index >= texts.size()) {
            throw new SourceException(
                    Fault.BAD_SHARED_STRING,
                    "cell " + CellName.of(row, column) + " refers to text " + index + ", but the workbook has only "
                            + texts.size() + "; the file is damaged, export it again");
        }
        return texts.get(index);
    }

    /** Whether a text of the workbook needs no cleaning: found out once for all cells that have it. */
    boolean isClean(int index) {
        return !unclean.get(index);
    }
}
