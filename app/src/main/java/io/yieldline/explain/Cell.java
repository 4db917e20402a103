package io.yieldline.explain;

import io.yieldline.ExitCode;
import io.yieldline.InvalidInput;
import io.yieldline.TimeInput;
import io.yieldline.UserError;
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
 * The rows of a mart to explain: values for some of its keys; a key without a value matches all values. Texts match exactly,
 * or without case if the mart has no exact match. An empty text matches blank.
 */
final class Cell {
    /** Maximum number of days by which rules can move output back. */
    private static final int ROLL = 6;

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
        chosen.forEach((key, value) -> cell.tests.put(key, cell.test(key, value, session)));
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
            return Optional.empty();
        }
        if (column(partition).type() == ColumnType.TEXT) {
            return Optional.of(Scope.week(value));
        }
        LocalDate day = TimeInput.day(value);
        boolean rolled = mart.partition().source().equals("output_day");
        return Optional.of(new Scope.Range(day, rolled ? day.plusDays(ROLL) : day));
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
