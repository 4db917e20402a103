package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** The records of an {@code .xls} workbook, decrypted if only Excel's own password protects them. */
final class XlsRecords {
    private static final int BIFF8 = 0x0600;
    private static final int BUFFER = 1 << 16;

    /** The encryption is named in one of the first records. */
    private static final int FIRST_RECORDS = 10;

    private final POIFSFileSystem files;
    private final String stream;
    private final ReadingBudget budget;
    private final @Nullable EncryptionInfo encryption;

    XlsRecords(POIFSFileSystem files, String stream, ReadingBudget budget) throws SourceException, IOException {
        this.files = files;
        this.stream = stream;
        this.budget = budget;
        this.encryption = findEncryption(new RecordInputStream(bytes()));
    }

    private InputStream bytes() throws IOException {
        return new UnlockedBuffer(budget.watch(files.createDocumentInputStream(stream)), BUFFER);
    }

    private static @Nullable EncryptionInfo findEncryption(RecordInputStream in) throws SourceException {
        requireVersion(in);
        for (int i = 0; i < FIRST_RECORDS && in.hasNextRecord(); i++) {
            in.nextRecord();
            if (in.getSid() == FilePassRecord.sid) {
                return DefaultPassword.unlock(encryption(in));
            }
            in.readRemainder();
        }
        return null;
    }

    private static EncryptionInfo encryption(RecordInputStream in) throws SourceException {
        try {
            return new FilePassRecord(in).getEncryptionInfo();
        } catch (RuntimeException e) {
            throw DefaultPassword.encrypted();
        }
    }

    private static void requireVersion(RecordInputStream in) throws SourceException {
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

    static SourceException cutOff() {
        return ZipParts.unfinished(new EOFException("no end of file record"));
    }

    /** The records from a position in the stream. */
    RecordInputStream from(int position) throws IOException {
        InputStream bytes = bytes();
        if (encryption == null) {
            bytes.skipNBytes(position);
            return new RecordInputStream(bytes);
        }
        RecordInputStream in = new RecordInputStream(bytes, encryption, 0);
        for (long passed = 0; passed < position && in.hasNextRecord(); ) {
            in.nextRecord();
            passed += 4 + in.remaining();
            in.readRemainder();
        }
        return in;
    }
}
