package io.yieldline.operation;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.mart.Marts;
import io.yieldline.mart.Views;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows the rows of a mart or view. */
public final class ShowOperation implements Operation<ShowOperation.Parameters, ShowOperation.Shown> {
    @Override
    public String name() {
        return "show";
    }

    @Override
    public Shown run(Parameters parameters, Context context) {
        String table = known(parameters.table(), context.marts());
        return context.warehouse().read(session -> {
            List<String> columns =
                    session.table("select * from " + table + " where 1 = 0").columns();
            return new Shown(parameters.table(), rows(session, table, columns, parameters));
        });
    }

    /** The names of everything that can be shown. */
    public static List<String> tables(Marts marts) {
        return Stream.concat(marts.all().stream().map(mart -> mart.name()), Views.names().stream())
                .toList();
    }

    static String known(String table, Marts marts) {
        if (!tables(marts).contains(table)) {
            throw new UserError(
                    ExitCode.USAGE,
                    "unknown mart or view \"" + table + "\"; the nearest is " + Suggestion.nearest(table, tables(marts))
                            + ", and yieldline marts lists all");
        }
        return table;
    }

    private static Table rows(Session session, String table, List<String> columns, Parameters parameters) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        parameters.range().addTo(columns, table, conditions, values);
        parameters.filters().forEach((column, value) -> {
            requireColumn(columns, table, column);
            conditions.add("lower(cast(" + column + " as varchar(1000))) = lower(?)");
            values.add(value);
        });
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        String order = columns.stream()
                .limit(Math.min(8, columns.size()))
                .map(column -> quoted(column) + " nulls last")
                .collect(Collectors.joining(", "));
        String limit = parameters.limit() == null ? "" : " limit " + parameters.limit();
        return session.table("select * from " + table + where + " order by " + order + limit, values.toArray());
    }

    private static String quoted(String column) {
        return "\"" + column + "\"";
    }

    private static void requireColumn(List<String> columns, String table, String column) {
        if (!columns.contains(column)) {
            throw new UserError(
                    ExitCode.USAGE, table + " has no column \"" + column + "\"; it has " + String.join(", ", columns));
        }
    }

    /**
     * What to show.
     *
     * @param table a mart or view
     * @param range days or weeks
     * @param filters values that columns must have, compared without case
     * @param limit the most rows; null for all
     */
    public record Parameters(
            String table,
            DayRange range,
            Map<String, String> filters,
            @Nullable Integer limit) {}

    /** The rows. */
    public record Shown(String name, Table table) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            return Counted.of(table.rows().size(), "row") + " of " + name;
        }
    }
}
