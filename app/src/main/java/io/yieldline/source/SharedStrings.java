package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.util.ArrayList;
import java.util.List;

/** The shared strings of a workbook. */
final class SharedStrings {
    private static final int OBJECT_BYTES = 64;

    private final List<String> texts = new ArrayList<>();
    private final long mostBytes = Runtime.getRuntime().maxMemory() / 3;
    private long bytes;

    /** Reads the table of an {@code .xlsx} file. */
    static SharedStrings read(Xml xml) throws SourceException {
        SharedStrings strings = new SharedStrings();
        StringBuilder text = new StringBuilder();
        while (xml.find("si")) {
            text.setLength(0);
            if (!RichText.append(xml, "si", text)) {
                throw strings.tooLong();
            }
            strings.add(text.toString());
        }
        return strings;
    }

    void add(String text) throws SourceException {
        if (text.length() > SheetLimits.CELL_CHARACTERS) {
            throw tooLong();
        }
        bytes += OBJECT_BYTES + 2L * text.length();
        if (bytes > mostBytes) {
            throw new SourceException(
                    Fault.TOO_LARGE,
                    "the texts of the workbook need more than " + (mostBytes >> 20)
                            + " MB of memory; increase YIELDLINE_HEAP, or export a shorter period");
        }
        texts.add(text);
    }

    private SourceException tooLong() {
        return new SourceException(
                Fault.TOO_LARGE,
                "text " + texts.size()
                        + " of the workbook has more than 32,767 characters, the maximum of Excel; correct it and export again");
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
}
