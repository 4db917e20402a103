package io.yieldline.warehouse;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** COPY in PostgreSQL's binary format: a signature, then per row the number of fields, per field its length and bytes. */
final class PostgresBulkLoad implements BulkLoad {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final long EPOCH_DAYS = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECONDS = EPOCH_DAYS * 86_400;
    private static final int BUFFER = 1 << 16;

    private final String location;
    private final CopyIn copy;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(BUFFER + 4096);
    private final DataOutputStream out = new DataOutputStream(buffer);

    PostgresBulkLoad(Connection connection, String table, List<BulkColumn> columns, String location) {
        this.location = location;
        String names = columns.stream().map(BulkColumn::name).collect(Collectors.joining(", "));
        try {
            copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + names + ") from stdin (format binary)");
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
        } catch (SQLException e) {
            throw DatabaseFault.of(location, e, e.getMessage() + "\nin: copy " + table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void add(@Nullable Object[] row) {
        try {
            out.writeShort(row.length);
            for (Object value : row) {
                write(value);
            }
            if (buffer.size() >= BUFFER) {
                send();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void finish() {
        try {
            out.writeShort(-1);
            send();
            copy.endCopy();
        } catch (SQLException e) {
            throw DatabaseFault.of(location, e, "cannot copy rows: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            // Cancelling always causes an error; the caller rolls the transaction back.
        }
    }

    private void send() throws IOException {
        try {
            copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
            buffer.reset();
        } catch (SQLException e) {
            throw DatabaseFault.of(location, e, "cannot copy rows: " + e.getMessage());
        }
    }

    private void write(@Nullable Object value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
        } else if (value instanceof String text) {
            writeBytes(text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof UUID uuid) {
            out.writeInt(16);
            out.writeLong(uuid.getMostSignificantBits());
            out.writeLong(uuid.getLeastSignificantBits());
        } else if (value instanceof LocalDateTime time) {
            out.writeInt(8);
            out.writeLong((time.toEpochSecond(ZoneOffset.UTC) - EPOCH_SECONDS) * 1_000_000 + time.getNano() / 1_000);
        } else if (value instanceof LocalDate date) {
            out.writeInt(4);
            out.writeInt((int) (date.toEpochDay() - EPOCH_DAYS));
        } else {
            writeNumber(value);
        }
    }

    private void writeNumber(Object value) throws IOException {
        if (value instanceof Integer number) {
            out.writeInt(4);
            out.writeInt(number);
        } else if (value instanceof Long number) {
            out.writeInt(8);
            out.writeLong(number);
        } else if (value instanceof Boolean flag) {
            out.writeInt(1);
            out.writeByte(flag ? 1 : 0);
        } else {
            writeBytes(PostgresNumeric.bytes((BigDecimal) value));
        }
    }

    private void writeBytes(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
