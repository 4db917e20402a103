package io.yieldline.feed;

import io.yieldline.feed.Column.Use;
import io.yieldline.feed.Rejection.Reason;
import io.yieldline.source.Cleaning;
import io.yieldline.source.Row;
import io.yieldline.source.Row.Kind;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Converts the cells of an export column to values of the master log. */
final class StoredColumn {
    private static final Set<String> ERRORS =
            Set.of("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!");
    private static final Pattern SHORTENED = Pattern.compile("[+-]?\\d+([.,]\\d+)?[eE][+-]\\d{1,3}");
    private static final char LAST_ASCII = 0x7F;

    /** From the colon before the minute to the one before the second. */
    private static final int SECOND = 3;

    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    final Column column;

    /** Its name in front of a value in the text that is hashed. */
    final String label;

    private final int position;
    private final Set<String> blanks;
    private final BitSet blankInitials;
    private final Cleanings cleanings;
    private final boolean station;
    private final boolean event;
    private StoredCell last = StoredCell.BLANK;

    private StoredColumn(Column column, int position, Set<String> blanks, Cleanings cleanings) {
        this.column = column;
        this.label = column.name() + '=';
        this.position = position;
        this.blanks = blanks;
        this.blankInitials = initials(blanks);
        this.cleanings = cleanings;
        this.station = column.name().equals("station");
        this.event = column.type() == ColumnType.TIMESTAMP && column.use() == Use.IDENTITY;
    }

    /** The columns of an export for the master log, in the order of the master log. */
    static StoredColumn[] of(HeaderMatch header, Cleanings cleanings) {
        List<Column> columns = header.feed().columns();
        Set<String> blanks = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        blanks.addAll(header.feed().blanks());
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).stored())
                .mapToObj(
                        i -> new StoredColumn(columns.get(i), header.positions().get(i), blanks, cleanings))
                .toArray(StoredColumn[]::new);
    }

    /**
     * What a cell says. The next row often has the very same shared text of the workbook, which says the same; only of a date the row
     * knows more than its text.
     */
    StoredCell cell(Row row) {
        String raw = position < 0 ? null : row.text(position);
        Kind kind = position < 0 ? Kind.BLANK : row.kind(position);
        if (raw != last.raw() || kind != last.kind() || kind == Kind.DATE) {
            last = read(row, raw, kind);
        }
        return last;
    }

    private StoredCell read(Row row, @Nullable String raw, Kind kind) {
        String text = raw == null ? null : text(row, raw);
        Reason wrong = wrong(row, text);
        if (text == null || wrong != null) {
            return new StoredCell(raw, kind, text, null, wrong);
        }
        Object value = value(text);
        return new StoredCell(raw, kind, text, value, value == null ? notAValue(text) : null);
    }

    /** The cleaned text of the cell; null if blank. */
    private @Nullable String text(Row row, String raw) {
        String text = column.lettersAndDigits()
                ? lettersAndDigits(number(row, raw))
                : number(row, raw).strip();
        return text.isEmpty() || isBlank(row, text) ? null : text;
    }

    /** An identifier that only looks like a date is the number that the file has. */
    private String number(Row row, String raw) {
        String number = column.type() == ColumnType.IDENTIFIER ? row.number(position) : null;
        return number == null ? raw : number;
    }

    /** Whether it is a word for blank, or an error in a column that only describes. */
    private boolean isBlank(Row row, String text) {
        char first = text.charAt(0);
        boolean possible = first > LAST_ASCII || blankInitials.get(first);
        return (possible && blanks.contains(text)) || (column.describes() && isError(row, text));
    }

    /** The plain characters with which a word for blank begins, in both cases: most texts begin with none of them. */
    private static BitSet initials(Set<String> blanks) {
        BitSet initials = new BitSet();
        blanks.stream()
                .filter(word -> !word.isEmpty())
                .map(word -> word.charAt(0))
                .forEach(first -> {
                    initials.set(Character.toLowerCase(first));
                    initials.set(Character.toUpperCase(first));
                });
        return initials;
    }

    private boolean isError(Row row, String text) {
        return row.kind(position) == Kind.ERROR || (text.charAt(0) == '#' && ERRORS.contains(text));
    }

    /** The error of the cell itself, for any column; null if none. */
    private @Nullable Reason wrong(Row row, @Nullable String text) {
        if (position >= 0 && row.kind(position) == Kind.TOO_LONG) {
            return Reason.TOO_LONG;
        }
        if (text == null) {
            return null;
        }
        if (isError(row, text)) {
            return Reason.CELL_ERROR;
        }
        if (row.kind(position) == Kind.IMPRECISE) {
            return Reason.IMPRECISE;
        }
        return column.type() == ColumnType.IDENTIFIER
                        && isShortened(String.valueOf(row.text(position)).strip())
                ? Reason.SHORTENED
                : null;
    }

    /** Whether a text is a number as spreadsheet programs show a long one: {@code 1.65403E+12}. */
    private static boolean isShortened(String text) {
        int exponent = Math.max(text.indexOf('E'), text.indexOf('e'));
        return exponent > 0
                && exponent < text.length() - 1
                && SHORTENED.matcher(text).matches();
    }

    /** The typed value, see {@link TimeText} and {@link NumberText}, or null if the text does not match the type. */
    private @Nullable Object value(String text) {
        return switch (column.type()) {
            case TIMESTAMP -> TimeText.parse(text);
            case INTEGER -> NumberText.integer(text);
            case DECIMAL -> NumberText.decimal(text);
            default -> text;
        };
    }

    /** The value in a message: as the file has it, or null where it is blank. */
    @Nullable
    String shown(Row row, @Nullable String text) {
        String raw = position < 0 ? null : row.raw(position);
        return raw == null || raw.isBlank() ? text : raw.strip();
    }

    /** Whether the text is a time of an event, such as {@code 2025/5/13 8:15}, that leaves the seconds open. */
    boolean lacksSeconds(Row row) {
        String text = event && position >= 0 && row.kind(position) == Kind.TEXT ? row.text(position) : null;
        int minute = text == null ? -1 : text.indexOf(':');
        return text != null && (minute + SECOND >= text.length() || text.charAt(minute + SECOND) != ':');
    }

    /** Why a text has no {@link #value}. */
    private Reason notAValue(String text) {
        return switch (column.type()) {
            case TIMESTAMP -> Reason.NOT_A_TIME;
            case DECIMAL -> NumberText.isNumber(text) ? Reason.NO_DECIMAL : Reason.NOT_A_NUMBER;
            default -> Reason.NOT_A_NUMBER;
        };
    }

    /** Counts what the reader has cleaned in the cell. */
    void countMarks(Row row) {
        int marks = position < 0 ? 0 : row.cleanings(position);
        if (marks != 0) {
            cleanings.count(column, marks);
        }
    }

    /** Counts all that was cleaned in the cell. */
    void countCleanings(Row row, @Nullable String text) {
        countMarks(row);
        String raw = position < 0 ? null : row.text(position);
        if (raw != null && (raw != text || row.number(position) != null)) {
            cleanings.count(column, changed(row, raw, text));
        }
    }

    private @Nullable Cleaning changed(Row row, String raw, @Nullable String text) {
        if (text == null) {
            return raw.isBlank()
                    ? null
                    : row.kind(position) == Kind.ERROR || ERRORS.contains(raw.strip())
                            ? Cleaning.ERRORS_AS_BLANK
                            : Cleaning.WORDS_FOR_BLANK;
        }
        if (column.type() == ColumnType.IDENTIFIER && row.number(position) != null) {
            return Cleaning.NUMBERS_UNDER_DATE_FORMATS;
        }
        return column.lettersAndDigits() && !text.equals(raw.strip()) ? Cleaning.SCANNER_PREFIXES : null;
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

    /**
     * The cell as it is written, without what stands around its letters and digits, if more had to be removed between them: then the
     * cleaned text may be that of another name.
     */
    @Nullable
    String spelled(Row row) {
        String raw = position < 0 || !column.lettersAndDigits() ? null : row.text(position);
        if (raw == null || raw == cell(row).text()) {
            return null;
        }
        String text = number(row, raw);
        String cleaned = lettersAndDigits(text);
        String inner = text.equals(cleaned) ? text : AROUND.matcher(text).replaceAll("");
        return inner.equals(cleaned) ? null : inner;
    }

    private static String lettersAndDigits(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (!isLetterOrDigit(raw.charAt(i))) {
                return raw.replaceAll("[^\\p{L}\\p{N}]", "");
            }
        }
        return raw;
    }

    private static boolean isLetterOrDigit(char character) {
        return (character >= '0' && character <= '9') || Character.isLetterOrDigit(character);
    }
}
