package io.yieldline.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** An {@code .xls} file put together record by record, for what the usual writers never write. */
final class BiffFile {
    private static final int FRONT_BYTES = 4 + 4 + 4 + 10 + 4;

    private final ByteArrayOutputStream sheet = new ByteArrayOutputStream();
    private final ByteArrayOutputStream front = new ByteArrayOutputStream();

    static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    /** A cell's record: row and column counted from 0, no style, then the value. */
    BiffFile cell(int sid, int row, int column, byte... value) {
        return record(sheet, sid, join(shorts(row, column, 0), value));
    }

    BiffFile record(int sid, byte... data) {
        return record(sheet, sid, data);
    }

    /** A record in the front part of the workbook. */
    BiffFile front(int sid, byte... data) {
        return record(front, sid, data);
    }

    private BiffFile record(ByteArrayOutputStream to, int sid, byte[] data) {
        to.writeBytes(shorts(sid, data.length));
        to.writeBytes(data);
        return this;
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** A text with its length in front, one byte a character. */
    static byte[] string(String text) {
        return join(join(shorts(text.length()), new byte[1]), text.getBytes(StandardCharsets.ISO_8859_1));
    }

    byte[] stream(int version) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        BiffFile records = this;
        records.record(all, 0x809, shorts(version, 5));
        records.record(all, 0x85, join(shorts(FRONT_BYTES + front.size(), 0, 0), new byte[] {1, 0, 'A', 0}));
        all.writeBytes(front.toByteArray());
        records.record(all, 0x0A, new byte[0]);
        records.record(all, 0x809, shorts(version, 0x10));
        all.writeBytes(sheet.toByteArray());
        return all.toByteArray();
    }

    Path write(Path folder, String name) {
        record(sheet, 0x0A, new byte[0]);
        return ole(folder, name, "Workbook", stream(0x600));
    }

    static Path ole(Path folder, String name, String stream, byte[] content) {
        Path file = folder.resolve(name);
        try (POIFSFileSystem files = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            files.createDocument(new ByteArrayInputStream(content), stream);
            files.writeFilesystem(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
