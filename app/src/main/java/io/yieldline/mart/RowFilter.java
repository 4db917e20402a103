package io.yieldline.mart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conditions on the rows of a table, with a place for each value. Columns come from the table, never from outside. */
public final class RowFilter {
    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    /** Only rows of these days, or of the weeks that they touch. */
    public void days(PeriodColumn column, DayRange range) {
        if (range.from() != null) {
            add(Relation.quoted(column.name()) + " >= ?", column.value(range.from()));
        }
        if (range.to() != null) {
            add(Relation.quoted(column.name()) + " <= ?", column.value(range.to()));
        }
    }

    /** One of several texts, whatever their case; an empty one stands for what is blank. */
    public void oneOf(String column, List<String> texts) {
        List<String> named = texts.stream().filter(text -> !text.isEmpty()).toList();
        List<String> either = new ArrayList<>();
        if (named.size() < texts.size()) {
            either.add(column + " is null");
        }
        if (!named.isEmpty()) {
            either.add("lower(cast(" + column + " as varchar(1000))) in ("
                    + named.stream().map(text -> "lower(?)").collect(Collectors.joining(", ")) + ")");
        }
        if (!either.isEmpty()) {
            conditions.add("(" + String.join(" or ", either) + ")");
            parameters.addAll(named);
        }
    }

    /** Only rows that meet a condition with one place for a value. */
    public void add(String condition, Object parameter) {
        conditions.add(condition);
        parameters.add(parameter);
    }

    /** The conditions as SQL that follows FROM; nothing when there are none. */
    public String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** The conditions as SQL that follows other conditions; nothing when there are none. */
    public String and() {
        return conditions.stream().map(condition -> " and " + condition).collect(Collectors.joining());
    }

    /** The values for the places in {@link #where}, in order. */
    public @Nullable Object[] parameters() {
        return parameters.toArray();
    }
}
