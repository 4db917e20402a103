package io.yieldline.operation.ask;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.Suggestion;
import io.yieldline.UserError;
import io.yieldline.mart.DayRange;
import io.yieldline.mart.Marts;
import io.yieldline.mart.ShownTable;
import io.yieldline.mart.Views;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows the rows of a mart or view. */
public final class ShowOperation implements Operation<ShowOperation.Parameters, ShowOperation.Shown> {
    /** The name of this operation. */
    public static final String NAME = "show";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Show the rows of a mart or view as table, CSV or JSON.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public String command() {
        return NAME + " MART";
    }

    @Override
    public Shown run(Parameters parameters, Context context) {
        String name = known(parameters.table(), context.marts());
        Map<String, List<String>> texts = new LinkedHashMap<>();
        parameters.filters().forEach((column, value) -> texts.put(column, List.of(value)));
        String part = parameters.limit() == null ? "" : " limit " + parameters.limit();
        Function<Session, Table> rows = session -> {
            ShownTable table = Views.named(name)
                    .map(view -> ShownTable.of(view, session))
                    .orElseGet(() -> ShownTable.of(context.marts().get(name)));
            return table.rows(table.filter(parameters.range(), texts)).table(session, part);
        };
        if (parameters.asOf() == null) {
            return new Shown(name, context.warehouse().read(rows), null);
        }
        EveningTables evening = EveningTables.of(parameters.asOf(), context);
        return new Shown(name, evening.read(name, rows), evening.words());
    }

    /** The names of all marts and views. */
    public static List<String> tables(Marts marts) {
        return Stream.concat(marts.all().stream().map(mart -> mart.name()), Views.names().stream())
                .toList();
    }

    static String known(String table, Marts marts) {
        marts.refused(table).ifPresent(mart -> {
            throw mart.problem();
        });
        if (!tables(marts).contains(table)) {
            throw new UserError(
                    ExitCode.USAGE,
                    "unknown mart or view \"" + table + "\"; did you mean " + Suggestion.nearest(table, tables(marts))
                            + "? List all with: yieldline marts");
        }
        return table;
    }

    /**
     * The parameters.
     *
     * @param table a mart or view
     * @param range days or weeks
     * @param filters column values, case-insensitive
     * @param limit maximum number of rows; null for all
     * @param asOf show what the table said on the evening of this day; null for now
     */
    public record Parameters(
            String table,
            DayRange range,
            Map<String, String> filters,
            @Nullable Integer limit,
            @Nullable LocalDate asOf) {}

    /**
     * The rows.
     *
     * @param asOf the snapshot of an earlier evening that they are from, in words; null for now
     */
    public record Shown(String name, Table table, @Nullable String asOf) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            return Counted.of(table.rows().size(), "row") + " of " + name + (asOf == null ? "" : " " + asOf);
        }
    }
}
