package io.yieldline.query;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts, lists and values between server and worker. What the worker sends is read within bounds, because nobody vouches for it. */
final class Wire {
    /** The kinds of messages of a worker. */
    static final int COLUMNS = 'C';

    static final int ROW = 'R';
    static final int END = 'E';
    static final int FAILED = 'F';

    private static final int MOST_BYTES = 64_000_000;
    private static final int BLANK = 0;
    private static final int WHOLE = 1;
    private static final int REAL = 2;
    private static final int TEXT = 3;
    private static final int FLAG = 4;
    private static final int DAY = 5;
    private static final int TIME = 6;
    private static final int DECIMAL = 7;

    private Wire() {}

    /** Writes one thing. */
    @FunctionalInterface
    interface Writing<T> {
        void write(T thing) throws IOException;
    }

    /** Reads one thing. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String readText(DataInputStream in) throws IOException {
        int length = bounded(in.readInt());
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("a text ends early");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static <T> void writeList(DataOutputStream out, List<T> things, Writing<T> one) throws IOException {
        out.writeInt(things.size());
        for (T thing : things) {
            one.write(thing);
        }
    }

    static <T> List<T> readList(DataInputStream in, Reading<T> one) throws IOException {
        int size = bounded(in.readInt());
        List<T> things = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            things.add(one.read());
        }
        return things;
    }

    static void writeValue(DataOutputStream out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeByte(BLANK);
        } else if (value instanceof Long whole) {
            out.writeByte(WHOLE);
            out.writeLong(whole);
        } else if (value instanceof Double real) {
            out.writeByte(REAL);
            out.writeDouble(real);
        } else if (value instanceof Boolean flag) {
            out.writeByte(FLAG);
            out.writeBoolean(flag);
        } else {
            writeLarge(out, value);
        }
    }

    private static void writeLarge(DataOutputStream out, Object value) throws IOException {
        if (value instanceof LocalDate day) {
            out.writeByte(DAY);
            out.writeLong(day.toEpochDay());
        } else if (value instanceof LocalDateTime time) {
            out.writeByte(TIME);
            out.writeLong(time.toEpochSecond(ZoneOffset.UTC));
            out.writeInt(time.getNano());
        } else {
            out.writeByte(value instanceof BigDecimal ? DECIMAL : TEXT);
            writeText(out, value instanceof BigDecimal number ? number.toPlainString() : value.toString());
        }
    }

    static @Nullable Object readValue(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case BLANK -> null;
            case WHOLE -> in.readLong();
            case REAL -> in.readDouble();
            case TEXT -> readText(in);
            case FLAG -> in.readBoolean();
            case DAY -> LocalDate.ofEpochDay(in.readLong());
            case TIME -> LocalDateTime.ofEpochSecond(in.readLong(), in.readInt(), ZoneOffset.UTC);
            case DECIMAL -> new BigDecimal(readText(in));
            default -> throw new IOException("unknown kind of value " + kind);
        };
    }

    private static int bounded(int number) throws IOException {
        if (number < 0 || number > MOST_BYTES) {
            throw new IOException("the size " + number + " is out of bounds");
        }
        return number;
    }
}
