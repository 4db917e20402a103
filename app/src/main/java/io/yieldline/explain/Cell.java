package io.yieldline.explain;

import io.yieldline.ExitCode;
import io.yieldline.InvalidInput;
import io.yieldline.TimeInput;
import io.yieldline.UserError;
import io.yieldline.feed.Calendar;
import io.yieldline.feed.ColumnType;
import io.yieldline.mart.Mart;
import io.yieldline.mart.MartColumn;
import io.yieldline.mart.Scope;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The rows of a mart to explain: values for some of its keys, and a range of days; a key without a value matches all values.
 * Texts match exactly, or without case if the mart has no exact match. An empty text matches blank.
 */
final class Cell {
    /** Maximum number of days by which rules can move output back. */
    private static final int ROLL = 6;

    /** The names of the first and the last day of a range, beside the keys. */
    static final String FROM = "from";

    static final String TO = "to";

    private final Mart mart;
    private final Map<String, String> chosen;
    private final Map<String, Fragment> tests = new LinkedHashMap<>();

    private Cell(Mart mart, Map<String, String> chosen) {
        this.mart = mart;
        this.chosen = chosen;
    }

    /** The cell with these values; refuses unknown keys. */
    static Cell of(Mart mart, Map<String, String> chosen, Session session) {
        Cell cell = new Cell(mart, Collections.unmodifiableMap(new LinkedHashMap<>(chosen)));
        chosen.forEach((key, value) -> {
            if (!cell.isRange(key)) {
                cell.tests.put(key, cell.test(key, value, session));
            }
        });
        cell.range().ifPresent(range -> cell.addRange(mart.partition().column(), range));
        return cell;
    }

    /** The requested values. */
    Map<String, String> chosen() {
        return chosen;
    }

    /** The cell as an SQL condition, with an expression for each key. */
    Fragment condition(UnaryOperator<String> expression) {
        return condition(tests.keySet(), expression);
    }

    /** The cell restricted to these keys. */
    Fragment condition(Collection<String> keys, UnaryOperator<String> expression) {
        List<Fragment> parts = tests.entrySet().stream()
                .filter(test -> keys.contains(test.getKey()))
                .map(test -> test.getValue().about(expression.apply(test.getKey())))
                .toList();
        String text = parts.stream().map(part -> "{}").collect(Collectors.joining(" and "));
        return parts.isEmpty() ? Fragment.of("true") : Fragment.format(text, parts.toArray(Fragment[]::new));
    }

    /** The days of its records; none if any day is possible. */
    Optional<Scope.Range> days() {
        String partition = mart.partition().column();
        String value = chosen.getOrDefault(partition, "");
        if (value.isEmpty()) {
            return range().map(this::withRolled);
        }
        if (column(partition).type() == ColumnType.TEXT) {
            return Optional.of(Scope.week(value));
        }
        LocalDate day = TimeInput.day(value);
        return Optional.of(withRolled(new Scope.Range(day, day)));
    }

    private Scope.Range withRolled(Scope.Range range) {
        boolean rolled = mart.partition().source().equals("output_day");
        return rolled ? new Scope.Range(range.from(), range.to().plusDays(ROLL)) : range;
    }

    private void addRange(String partition, Scope.Range range) {
        if (tests.put(partition, within(range)) != null) {
            throw new UserError(ExitCode.USAGE, "give " + partition + ", or from and to, not both");
        }
    }

    private boolean isRange(String key) {
        return (key.equals(FROM) || key.equals(TO)) && !mart.key().contains(key);
    }

    /** The days from first to last, whole weeks in a mart by week; one that is missing equals the other. */
    private Optional<Scope.Range> range() {
        String from = chosen.getOrDefault(FROM, chosen.getOrDefault(TO, ""));
        if (from.isEmpty() || !isRange(FROM)) {
            return Optional.empty();
        }
        Scope.Range days = new Scope.Range(day(FROM, from), day(TO, chosen.getOrDefault(TO, from)));
        return Optional.of(isByWeek() ? weeks(days) : days);
    }

    private boolean isByWeek() {
        return column(mart.partition().column()).type() == ColumnType.TEXT;
    }

    private static Scope.Range weeks(Scope.Range days) {
        return new Scope.Range(
                Scope.week(Calendar.week(days.from())).from(),
                Scope.week(Calendar.week(days.to())).to());
    }

    private Fragment within(Scope.Range range) {
        return isByWeek()
                ? Fragment.of("@ between ? and ?", Calendar.week(range.from()), Calendar.week(range.to()))
                : Fragment.of("@ between ? and ?", range.from(), range.to());
    }

    private Fragment test(String key, String value, Session session) {
        MartColumn column = column(key);
        if (value.isEmpty()) {
            return Fragment.of("@ is null");
        }
        return switch (column.type()) {
            case DATE -> Fragment.of("@ = ?", day(key, value));
            case INTEGER -> Fragment.of("@ = ?", number(key, value));
            default -> text(key, value, session);
        };
    }

    private Fragment text(String key, String value, Session session) {
        List<String> spellings = session.texts(
                "select distinct " + key + " from " + mart.name() + " where lower(" + key + ") = lower(?) order by "
                        + key,
                value);
        if (spellings.isEmpty()) {
            return Fragment.of("lower(@) = lower(?)", value);
        }
        List<String> wanted = spellings.contains(value) ? List.of(value) : spellings;
        return Fragment.of(
                "@ in (" + String.join(", ", Collections.nCopies(wanted.size(), "?")) + ")", wanted.toArray());
    }

    private MartColumn column(String key) {
        return mart.columns().stream()
                .filter(column -> column.name().equals(key) && mart.key().contains(key))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        ExitCode.USAGE,
                        mart.name() + " has no key \"" + key + "\"; valid keys: " + String.join(", ", mart.key())));
    }

    private static LocalDate day(String key, String value) {
        try {
            return TimeInput.day(value);
        } catch (InvalidInput e) {
            throw new UserError(ExitCode.USAGE, key + " " + e.getMessage());
        }
    }

    private static Integer number(String key, String value) {
        if (!value.matches("[0-9]{1,9}")) {
            throw new UserError(ExitCode.USAGE, key + " \"" + value + "\" is not a whole number");
        }
        return Integer.valueOf(value);
    }
}
