package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ContinueRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.apache.poi.util.LittleEndian;
import org.jspecify.annotations.Nullable;

/** The global part of an {@code .xls} workbook: sheet positions, texts, formats. */
final class XlsWorkbook {
    /** Sheets with cells: worksheets (0), and the macro sheets of Excel 4 (1); not charts and modules. */
    private static final int LAST_TYPE_WITH_CELLS = 1;

    private final SharedStrings strings;
    private final NumberFormats formats = new NumberFormats();
    private final BitSet dateStyles = new BitSet();
    private int styles;
    private final Map<Integer, ZeroFill> fills = new HashMap<>();
    private final Map<Integer, Sheet> sheets = new LinkedHashMap<>();
    private boolean from1904;

    private XlsWorkbook(ReadingBudget budget) {
        this.strings = new SharedStrings(budget);
    }

    static XlsWorkbook read(RecordInputStream in, ReadingBudget budget) throws SourceException {
        XlsWorkbook workbook = new XlsWorkbook(budget);
        while (in.hasNextRecord()) {
            in.nextRecord();
            if (in.getSid() == EOFRecord.sid) {
                return workbook.checked();
            }
            workbook.readRecord(in);
            in.readRemainder();
        }
        throw XlsRecords.cutOff();
    }

    private void readRecord(RecordInputStream in) throws SourceException {
        switch (in.getSid()) {
            case DateWindow1904Record.sid -> from1904 = in.readUShort() == 1;
            case FormatRecord.sid -> formats.add(in.readUShort(), in.readString());
            case ExtendedFormatRecord.sid -> readStyle(in);
            case BoundSheetRecord.sid -> readSheet(in);
            case SSTRecord.sid -> readStrings(in);
            default -> {}
        }
    }

    private void readStyle(RecordInputStream in) {
        in.readUShort();
        int format = in.readUShort();
        dateStyles.set(styles, formats.isDate(format));
        ZeroFill fill = formats.zeroFill(format);
        if (fill != null) {
            fills.put(styles, fill);
        }
        styles++;
    }

    private void readSheet(RecordInputStream in) throws SourceException {
        byte[] position = new byte[4];
        in.readPlain(position, 0, position.length);
        int type = in.readUShort() >> 8;
        int start = LittleEndian.getInt(position);
        if (type <= LAST_TYPE_WITH_CELLS && start > 0) {
            sheets.putIfAbsent(start, new Sheet(readName(in), start));
        }
        if (sheets.size() > SheetLimits.ENTRIES) {
            throw SourceException.tooMany("the workbook", "sheets");
        }
    }

    private static String readName(RecordInputStream in) {
        int length = in.readUByte();
        boolean wide = (in.readUByte() & 1) != 0;
        return wide ? in.readUnicodeLEString(length) : in.readCompressedUnicode(length);
    }

    /** Reads the existing texts: the declared count can be too high, or 0; a cell with a missing text reports it. */
    private void readStrings(RecordInputStream in) throws SourceException {
        in.readInt();
        int count = in.readInt();
        for (int i = 0; (i < count || count == 0) && hasMore(in); i++) {
            strings.add(new UnicodeString(in).getString());
        }
    }

    private static boolean hasMore(RecordInputStream in) {
        return in.remaining() > 0 || (in.hasNextRecord() && in.getNextSid() == ContinueRecord.sid);
    }

    private XlsWorkbook checked() throws SourceException {
        if (sheets.isEmpty()) {
            throw new SourceException(Fault.CORRUPT, "the workbook has no sheet with cells; export it again");
        }
        return this;
    }

    /** The sheets with cells, in the order of their tabs; never empty. */
    List<Sheet> sheets() {
        return List.copyOf(sheets.values());
    }

    SharedStrings strings() {
        return strings;
    }

    boolean isDate(int style) {
        return dateStyles.get(style);
    }

    /** How a style fills numbers with zeros; null if it does not. */
    @Nullable
    ZeroFill zeroFill(int style) {
        return fills.get(style);
    }

    boolean from1904() {
        return from1904;
    }

    /** A sheet with cells: its tab, and where it begins in the stream. */
    record Sheet(String name, int position) {}
}
