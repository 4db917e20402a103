package io.yieldline.explain;

import io.yieldline.Counted;
import io.yieldline.warehouse.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a mart, with the rows of the exports behind it.
 *
 * @param mart the name of the mart
 * @param title title of the mart
 * @param grain meaning of a row of the mart
 * @param cell the requested keys; a missing key matches all values, an empty text matches blank
 * @param scope conditions for a record, as SQL; empty if every record counts
 * @param counts each count with the number in the mart and the sum of the listed rows
 * @param ratios the ratios
 * @param records the counted records, each with export, file, row and contribution to each count
 * @param leftOut rows with the keys of the cell that are not counted, each with the reason
 * @param notes notes for the reader
 */
public record Explanation(
        String mart,
        String title,
        String grain,
        Map<String, String> cell,
        List<String> scope,
        List<Count> counts,
        List<Quotient> ratios,
        Table records,
        Table leftOut,
        List<String> notes)
        implements Proof {

    /** Whether the listed rows add up to the number in the mart; they differ only if the mart is stale. */
    public boolean addsUp() {
        return counts.stream().allMatch(count -> count.shown() == count.listed());
    }

    @Override
    public String summary() {
        return Counted.of(size(), "record") + " behind " + mart + ", "
                + Counted.of(leftOut.rows().size(), "row") + " left out";
    }

    @Override
    public long size() {
        return records.rows().size();
    }

    /** All rows in one table: the records, then the rows left out, with the reason in the first column. */
    @Override
    public Table rows() {
        List<String> columns = new ArrayList<>(List.of("left_out"));
        columns.addAll(records.columns());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        records.rows().forEach(record -> rows.add(row(columns.size(), null, record)));
        leftOut.rows().forEach(left -> rows.add(row(columns.size(), left.get(0), left.subList(1, left.size()))));
        return new Table(columns, rows);
    }

    private static List<@Nullable Object> row(int width, @Nullable Object reason, List<@Nullable Object> values) {
        List<@Nullable Object> row = new ArrayList<>(Collections.nCopies(width, null));
        row.set(0, reason);
        for (int i = 0; i < values.size(); i++) {
            row.set(i + 1, values.get(i));
        }
        return row;
    }

    /**
     * A count.
     *
     * @param name the column of the mart
     * @param meaning description
     * @param formula definition, as SQL
     * @param shown number in the mart
     * @param listed sum of the listed rows
     */
    public record Count(String name, String meaning, String formula, long shown, long listed) {}

    /**
     * A ratio of the mart's counts.
     *
     * @param name name of the ratio
     * @param meaning description
     * @param formula the divided counts
     * @param numerator numerator
     * @param denominator denominator
     * @param percent ratio in percent, to two decimals; null if the denominator is 0
     */
    public record Quotient(
            String name,
            String meaning,
            String formula,
            long numerator,
            long denominator,
            @Nullable BigDecimal percent) {}
}
