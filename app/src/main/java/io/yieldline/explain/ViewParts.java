package io.yieldline.explain;

import io.yieldline.ExitCode;
import io.yieldline.Ratio;
import io.yieldline.UserError;
import io.yieldline.mart.Views;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.yaml.ResourceFolder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The operands of the rows of a view. A file with the name of the view selects them: the keys of the view, the computed
 * number, numerator and denominator or an addend, the order, the mart that counts it, and each key of that mart as {@code at_KEY}.
 */
final class ViewParts {
    /** The views over marts. */
    static final List<String> VIEWS =
            List.of("rolled_yield_weekly", "weekly_summary", "station_yield_summary", "packing_weekly");

    private static final String KEYS = "-- key: ";
    private static final String AT = "at_";

    private final String view;
    private final String command;
    private final String sql;
    private final List<String> keys;

    /** Of this evening; null for now. */
    ViewParts(String view, @Nullable AsOf evening) {
        this.view = view;
        this.command = evening == null ? "yieldline explain " : "yieldline explain --as-of " + evening.day() + " ";
        this.sql = ResourceFolder.text(ViewParts.class, view + ".sql");
        this.keys = List.of(
                sql.lines().findFirst().orElseThrow().substring(KEYS.length()).split(", "));
    }

    /** The rows with these key values, and their operands. */
    Composition of(Map<String, String> chosen, Session session) {
        Fragment cell = condition(chosen);
        Table numbers = session.table(
                "select * from " + view + " where " + cell.sql() + " order by " + String.join(", ", keys),
                cell.parameters());
        Table parts = session.table(
                "select * from (" + sql + ") p where " + cell.sql() + " order by " + String.join(", ", keys)
                        + ", place, number",
                cell.parameters());
        return new Composition(
                view, Views.named(view).orElseThrow().about(), new LinkedHashMap<>(chosen), numbers, explained(parts));
    }

    private Fragment condition(Map<String, String> chosen) {
        List<Fragment> tests = chosen.entrySet().stream()
                .map(key -> key.getValue().isEmpty()
                        ? Fragment.of(known(key.getKey()) + " is null")
                        : Fragment.of("lower(" + known(key.getKey()) + ") = lower(?)", key.getValue()))
                .toList();
        String text = tests.stream().map(test -> " and {}").collect(Collectors.joining());
        return Fragment.format("true" + text, tests.toArray(Fragment[]::new));
    }

    private String known(String key) {
        if (!keys.contains(key)) {
            throw new UserError(
                    ExitCode.USAGE, view + " has no key \"" + key + "\"; valid keys: " + String.join(", ", keys));
        }
        return key;
    }

    private Table explained(Table parts) {
        List<Table.Field<Table.Row>> fields = new ArrayList<>();
        Stream.concat(keys.stream(), Stream.of("number", "numerator", "denominator"))
                .forEach(name -> fields.add(new Table.Field<>(name, part -> part.value(name))));
        fields.add(new Table.Field<>("percent", ViewParts::percent));
        fields.add(new Table.Field<>("explained_by", this::command));
        return Table.of(parts.named().toList(), fields);
    }

    private String command(Table.Row part) {
        return part.columns().stream()
                .filter(column -> column.startsWith(AT) && part.value(column) != null)
                .map(column -> option(column.substring(AT.length()), String.valueOf(part.value(column))))
                .collect(Collectors.joining("", command + part.value("mart"), ""));
    }

    private static String option(String key, String value) {
        return " --" + key + " " + (value.matches("[\\w.-]+") ? value : "\"" + value + "\"");
    }

    /** To two decimals; null if the denominator is 0. */
    private static @Nullable BigDecimal percent(Table.Row part) {
        return new Ratio(part.number("numerator"), part.number("denominator"))
                .percent(2)
                .orElse(null);
    }
}
