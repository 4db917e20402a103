package io.yieldline.api;

import io.yieldline.TimeInput;
import io.yieldline.feed.Calendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of a table that a request wants: conditions with a place for each value. Columns come from the table, never from outside. */
final class Filter {
    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    /** Days by a column of dates, or the weeks that they touch by a column of weeks. */
    void days(String column, boolean weekly, Values values) {
        Optional<LocalDate> from = values.day("from");
        Optional<LocalDate> to = values.day("to");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw Problem.wrong("to", "the range " + from.get() + " to " + to.get() + " ends before it begins");
        }
        from.ifPresent(day -> add(column + " >= ?", weekly ? Calendar.week(day) : day));
        to.ifPresent(day -> add(column + " <= ?", weekly ? Calendar.week(day) : day));
        values.text("week").ifPresent(week -> {
            if (from.isPresent() || to.isPresent()) {
                throw Problem.wrong("week", "give a week, or from and to");
            }
            LocalDate monday = TimeInput.monday(week);
            add(column + " >= ?", weekly ? week : monday);
            add(column + " <= ?", weekly ? week : monday.plusDays(6));
        });
    }

    /** One of several texts, whatever their case; an empty one stands for what is blank. */
    void oneOf(String column, List<String> texts) {
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

    void add(String condition, Object parameter) {
        conditions.add(condition);
        parameters.add(parameter);
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    @Nullable
    Object[] parameters() {
        return parameters.toArray();
    }
}
