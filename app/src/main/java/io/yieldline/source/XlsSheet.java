package io.yieldline.source;

import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.util.RKUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of an {@code .xls} workbook, collected from its cell records. */
final class XlsSheet {
    private static final int RSTRING = 0xD6;

    /** Some writers give a formula the number of its record in Excel 3 or 4. */
    private static final int FORMULA_3 = 0x206;

    private static final int FORMULA_4 = 0x406;

    private final RecordInputStream in;
    private final XlsWorkbook workbook;
    private final RowBuilder row = RowBuilder.forSheet();
    private int depth;
    private int column;
    private boolean ended;

    XlsSheet(RecordInputStream in, XlsWorkbook workbook) {
        this.in = in;
        this.workbook = workbook;
    }

    @Nullable
    Row next() throws SourceException {
        while (!ended) {
            if (!in.hasNextRecord()) {
                throw XlsRecords.cutOff();
            }
            in.nextRecord();
            Row complete = readRecord(in.getSid());
            in.readRemainder();
            if (complete != null) {
                return complete;
            }
        }
        return null;
    }

    /** Reads one record; returns the previous row if the record starts another row or ends the sheet. */
    private @Nullable Row readRecord(int sid) throws SourceException {
        if (sid == BOFRecord.sid) {
            depth++;
        } else if (sid == EOFRecord.sid) {
            ended = --depth == 0;
            return ended ? row.build() : null;
        } else if (depth == 1 && isCell(sid)) {
            Row complete = moveTo(in.readUShort() + 1, in.readUShort());
            readCell(sid);
            return complete;
        } else if (sid == StringRecord.sid && depth == 1) {
            row.text(column, in.readString());
        }
        return null;
    }

    private static boolean isCell(int sid) {
        return switch (sid) {
            case LabelSSTRecord.sid,
                    NumberRecord.sid,
                    RKRecord.sid,
                    MulRKRecord.sid,
                    LabelRecord.sid,
                    RSTRING,
                    FormulaRecord.sid,
                    FORMULA_3,
                    FORMULA_4,
                    BoolErrRecord.sid -> true;
            default -> false;
        };
    }

    private @Nullable Row moveTo(int number, int firstColumn) throws SourceException {
        column = firstColumn;
        if (number == row.row()) {
            return null;
        }
        Row complete = row.build();
        row.start(number);
        return complete;
    }

    private void readCell(int sid) throws SourceException {
        if (sid == MulRKRecord.sid) {
            readNumbers();
            return;
        }
        row.place(column);
        int style = in.readUShort();
        switch (sid) {
            case LabelSSTRecord.sid -> row.shared(column, in.readInt(), workbook.strings());
            case NumberRecord.sid -> put(style, in.readDouble());
            case RKRecord.sid -> put(style, RKUtil.decodeNumber(in.readInt()));
            case FormulaRecord.sid, FORMULA_3, FORMULA_4 -> readFormula(style);
            case BoolErrRecord.sid -> readTruth(in.readUByte(), in.readUByte() != 0);
            default -> row.text(column, in.readString());
        }
    }

    /** Several adjacent numbers, each with its style, and the last column at the end. */
    private void readNumbers() throws SourceException {
        for (; in.remaining() >= 6; column++) {
            row.place(column);
            put(in.readUShort(), RKUtil.decodeNumber(in.readInt()));
        }
    }

    private void put(int style, double value) {
        if (!Double.isFinite(value)) {
            row.error(column, Double.toString(value));
        } else if (workbook.isDate(style)) {
            row.date(column, value, workbook.from1904());
        } else {
            row.number(column, value, workbook.zeroFill(style));
        }
    }

    /** The cached value of a formula; a text follows in a separate record. */
    private void readFormula(int style) {
        long bits = in.readLong();
        if (bits >>> 48 != 0xFFFF) {
            put(style, Double.longBitsToDouble(bits));
            return;
        }
        int value = (int) (bits >>> 16 & 0xFF);
        switch ((int) (bits & 0xFF)) {
            case 0 -> row.formulaWithoutValue(column);
            case 1 -> readTruth(value, false);
            case 2 -> readTruth(value, true);
            default -> {}
        }
    }

    private void readTruth(int value, boolean isError) {
        if (isError) {
            row.error(column, errorText(value));
        } else {
            row.truth(column, value != 0);
        }
    }

    private static String errorText(int code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR " + code;
    }
}
