package io.yieldline.api.subscription;

import io.yieldline.query.ValueList;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parameters of a saved query, as they were given.
 *
 * @param values values by name; {@code today} and {@code today-7} are days of the plant when it is sent
 * @param lists lists of values by name, as one text
 */
public record QueryValues(Map<String, String> values, Map<String, String> lists) {
    /** No parameters. */
    public static final QueryValues NONE = new QueryValues(Map.of(), Map.of());

    private static final Pattern DAY = Pattern.compile("today(?:-([0-9]{1,4}))?");

    static QueryValues of(String json) {
        return JsonMapper.shared().readValue(json, QueryValues.class);
    }

    String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    Map<String, String> on(LocalDate today) {
        Map<String, String> days = new LinkedHashMap<>();
        values.forEach((name, value) -> days.put(name, day(value, today)));
        return days;
    }

    List<ValueList> parsed() {
        return lists.entrySet().stream()
                .map(list -> ValueList.parse(list.getKey(), list.getValue()))
                .toList();
    }

    private static String day(String value, LocalDate today) {
        Matcher day = DAY.matcher(value);
        if (!day.matches()) {
            return value;
        }
        return today.minusDays(day.group(1) == null ? 0 : Long.parseLong(day.group(1)))
                .toString();
    }
}
