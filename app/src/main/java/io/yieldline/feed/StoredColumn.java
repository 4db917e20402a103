package io.yieldline.feed;

import io.yieldline.feed.Column.Use;
import io.yieldline.feed.Rejection.Reason;
import io.yieldline.source.Row;
import io.yieldline.source.Row.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Converts the cells of an export column to values of the master log. */
final class StoredColumn {
    final Column column;
    private final int position;
    private final boolean station;

    private StoredColumn(Column column, int position) {
        this.column = column;
        this.position = position;
        this.station = column.name().equals("station");
    }

    /** The columns of an export for the master log, in the order of the master log. */
    static StoredColumn[] of(HeaderMatch header) {
        List<Column> columns = header.feed().columns();
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).stored())
                .mapToObj(
                        i -> new StoredColumn(columns.get(i), header.positions().get(i)))
                .toArray(StoredColumn[]::new);
    }

    /** The cleaned text of the cell; null if blank. */
    @Nullable
    String text(Row row) {
        String raw = position < 0 ? null : row.text(position);
        if (raw == null) {
            return null;
        }
        String text = column.lettersAndDigits()
                ? lettersAndDigits(raw)
                : withoutNull(raw).strip();
        return text.isEmpty() ? null : text;
    }

    /** The error of the cell itself, for any column; null if none. */
    @Nullable
    Reason wrong(Row row, @Nullable String text) {
        if (position >= 0 && row.kind(position) == Kind.TOO_LONG) {
            return Reason.TOO_LONG;
        }
        if (text == null) {
            return null;
        }
        return switch (row.kind(position)) {
            case ERROR -> Reason.CELL_ERROR;
            case IMPRECISE -> Reason.IMPRECISE;
            default -> null;
        };
    }

    /** The typed value, or null if the text does not match the type. */
    @Nullable
    Object value(String text) {
        return switch (column.type()) {
            case TIMESTAMP -> TimeText.parse(text);
            case INTEGER -> integer(text);
            case DECIMAL -> decimal(text);
            default -> text;
        };
    }

    Reason notAValue() {
        return column.type() == ColumnType.TIMESTAMP ? Reason.NOT_A_TIME : Reason.NOT_A_NUMBER;
    }

    boolean wasCleaned(Row row, @Nullable String text) {
        return column.lettersAndDigits()
                && text != null
                && row.text(position) != text
                && !text.equals(String.valueOf(row.text(position)).strip());
    }

    /** Whether the column contributes to this hash; the spelling of a station is also part of the content. */
    boolean matters(Use use) {
        return column.use() == use || (use == Use.CONTENT && station);
    }

    /** Appends a value for comparison: stations without case, times in seconds. */
    void appendTo(StringBuilder text, Object value, Use use) {
        if (value instanceof LocalDateTime time) {
            text.append(time.toEpochSecond(ZoneOffset.UTC)).append('.').append(time.getNano());
        } else {
            text.append(use == Use.IDENTITY && station ? value.toString().toLowerCase(Locale.ROOT) : value);
        }
    }

    private static String lettersAndDigits(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (!Character.isLetterOrDigit(raw.charAt(i))) {
                return raw.replaceAll("[^\\p{L}\\p{N}]", "");
            }
        }
        return raw;
    }

    /** PostgreSQL does not store the NUL character. */
    private static String withoutNull(String raw) {
        return raw.indexOf('\0') < 0 ? raw : raw.replace("\0", "");
    }

    private static @Nullable Integer integer(String text) {
        try {
            return new BigDecimal(text).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable BigDecimal decimal(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.precision() - (long) number.scale() > 12) {
                return null;
            }
            BigDecimal rounded = number.setScale(6, RoundingMode.HALF_UP);
            return rounded.precision() <= 18 ? rounded : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
