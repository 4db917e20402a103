package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.EOFException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ContinueRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.jspecify.annotations.Nullable;

/** The global part of an {@code .xls} workbook: sheet positions, texts, formats. */
final class XlsWorkbook {
    static final String ENCRYPTED = "the file is encrypted; save it without a password and export again";

    private static final int BIFF8 = 0x0600;
    private static final int WORKSHEET = 0;

    private final SharedStrings strings;
    private final NumberFormats formats = new NumberFormats();
    private final BitSet dateStyles = new BitSet();
    private int styles;
    private int firstSheet;
    private final Map<Integer, ZeroFill> fills = new HashMap<>();
    private boolean from1904;

    private XlsWorkbook(ReadingBudget budget) {
        this.strings = new SharedStrings(budget);
    }

    static XlsWorkbook read(RecordInputStream in, ReadingBudget budget) throws SourceException {
        XlsWorkbook workbook = new XlsWorkbook(budget);
        workbook.readVersion(in);
        while (in.hasNextRecord()) {
            in.nextRecord();
            if (in.getSid() == EOFRecord.sid) {
                return workbook.checked();
            }
            workbook.readRecord(in);
            in.readRemainder();
        }
        throw cutOff();
    }

    static SourceException cutOff() {
        return ZipParts.unfinished(new EOFException("no end of file record"));
    }

    private void readVersion(RecordInputStream in) throws SourceException {
        if (!in.hasNextRecord()) {
            throw cutOff();
        }
        in.nextRecord();
        if (in.getSid() != BOFRecord.sid || in.readUShort() != BIFF8) {
            throw new SourceException(
                    Fault.UNSUPPORTED,
                    "this workbook is older than Excel 97, which is not supported; open it in Excel and save it as .xlsx");
        }
        in.readRemainder();
    }

    private void readRecord(RecordInputStream in) throws SourceException {
        switch (in.getSid()) {
            case FilePassRecord.sid -> throw new SourceException(Fault.ENCRYPTED, ENCRYPTED);
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

    private void readSheet(RecordInputStream in) {
        int position = in.readInt();
        int type = in.readUShort() >> 8;
        if (type == WORKSHEET && firstSheet == 0) {
            firstSheet = position;
        }
    }

    /** Reads the existing texts: the declared count can be wrong; a cell with a missing text reports it. */
    private void readStrings(RecordInputStream in) throws SourceException {
        in.readInt();
        int count = in.readInt();
        for (int i = 0; i < count && hasMore(in); i++) {
            strings.add(new UnicodeString(in).getString());
        }
    }

    private static boolean hasMore(RecordInputStream in) {
        return in.remaining() > 0 || (in.hasNextRecord() && in.getNextSid() == ContinueRecord.sid);
    }

    private XlsWorkbook checked() throws SourceException {
        if (firstSheet <= 0) {
            throw new SourceException(Fault.CORRUPT, "the workbook has no sheet with cells; export it again");
        }
        return this;
    }

    int firstSheet() {
        return firstSheet;
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
}
