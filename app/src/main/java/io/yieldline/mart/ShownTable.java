package io.yieldline.mart;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.warehouse.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mart or view as something that is asked for rows. */
public record ShownTable(String name, List<String> columns, Optional<PeriodColumn> period) {
    /** A mart, as its header describes it. */
    public static ShownTable of(Mart mart) {
        return new ShownTable(
                mart.name(), mart.columnNames(), Optional.of(mart.partition().period()));
    }

    /** A view, with the columns that it has in a database. */
    public static ShownTable of(View view, Session session) {
        return new ShownTable(
                view.name(),
                session.table("select * from " + view.name() + " where 1 = 0").columns(),
                view.period());
    }

    /**
     * The rows of some days that have one of the given texts in each of these columns.
     *
     * @throws UserError if the table has no such column, or no days to choose from
     */
    public RowFilter filter(DayRange range, Map<String, List<String>> texts) {
        RowFilter filter = new RowFilter();
        if (!range.coversAll()) {
            filter.days(
                    period.orElseThrow(
                            () -> new UserError(ExitCode.USAGE, name + " has no days or weeks to choose from")),
                    range);
        }
        texts.forEach((column, values) -> filter.oneOf(Relation.quoted(known(column)), values));
        return filter;
    }

    /** Its rows. */
    public Relation rows(RowFilter filter) {
        return Relation.rows(name, filter, columns, period.map(PeriodColumn::name));
    }

    /** The sums of its counts, which are all columns but the keys, over all keys but some. */
    public Relation sums(RowFilter filter, List<String> keys, List<String> kept) {
        List<String> counts =
                columns.stream().filter(column -> !keys.contains(column)).toList();
        return Relation.sums(name, filter, kept, counts, period.map(PeriodColumn::name));
    }

    private String known(String column) {
        if (!columns.contains(column)) {
            throw new UserError(
                    ExitCode.USAGE,
                    name + " has no column \"" + column + "\"; valid columns: " + String.join(", ", columns));
        }
        return column;
    }
}
