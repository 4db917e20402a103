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

    /** Reads the part of an {@code .xlsx} file: by the plain reader as far as it can, then by the XML parser. */
    static SharedStrings read(ZipParts parts, String part) throws SourceException {
        SharedStrings strings = new SharedStrings(parts.budget());
        try (PlainStrings plain = new PlainStrings(parts.bytes(part))) {
            for (String text = plain.next(); text != null; text = plain.next()) {
                parts.budget().check();
                strings.add(text);
            }
            return strings;
        } catch (NotPlainException e) {
            return parts.read(part, strings::withRest);
        }
    }

    /** Adds the texts behind those that are known. */
    private SharedStrings withRest(Xml xml) throws SourceException {
        int known = texts.size();
        StringBuilder text = new StringBuilder();
        for (int i = 0; xml.find("si"); i++) {
            text.setLength(0);
            RichText.append(xml, "si", text);
            if (i >= known) {
                add(text.toString());
            }
        }
        return this;
    }

    void add(String text) throws SourceException {
        String kept = text.length() > RowBuilder.ENOUGH ? text.substring(0, RowBuilder.ENOUGH) : text;
        budget.take(OBJECT_BYTES + 2L * kept.length());
        if (!CleanText.isClean(kept)) {
            unclean.set(texts.size());
        }
        texts.add(kept);
    }

    /** The number of texts. */
    int size() {
        return texts.size();
    }

    /** The text of a cell; row and column are for the error message. */
    String get(int index, int row, int column) throws SourceException {
        if (index < 0 || index >= size()) {
            throw missing(Integer.toUnsignedString(index), row, column);
        }
        return texts.get(index);
    }

    /** The error of a cell that refers to no text. */
    SourceException missing(String index, int row, int column) {
        return new SourceException(
                Fault.BAD_SHARED_STRING,
                "cell " + CellName.of(row, column) + " refers to text " + index + ", but the workbook has only "
                        + size() + "; the file is damaged, export it again");
    }

    /** Whether a text of the workbook needs no cleaning: found out once for all cells that have it. */
    boolean isClean(int index) {
        return !unclean.get(index);
    }
}
