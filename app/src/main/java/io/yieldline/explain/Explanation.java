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
 * A cell of a mart, down to the rows of the exports that it was counted from.
 *
 * @param mart the name of the mart
 * @param title what it counts
 * @param grain what a row of it stands for
 * @param cell the keys that were asked for; a key that is not here stands for all its values, an empty text for blank
 * @param scope the conditions that a record must meet, as SQL; empty when every record counts
 * @param counts each count with the number that the mart shows and the number that the listed rows add up to
 * @param ratios what is divided by what
 * @param records the records that are counted, each with export, file and row and with what it adds to each count
 * @param leftOut rows with the keys of the cell that are not counted, each with its reason
 * @param notes what a reader should know besides
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

    /** Whether the listed rows add up to what the mart shows; they do unless records changed since the last refresh. */
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

    /** All rows in one table: the records, then what was left out, which adds nothing and has its reason in front. */
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
     * @param meaning what it says, in the words of the plant
     * @param formula how it is counted, as SQL
     * @param shown what the mart says now
     * @param listed what the listed rows add up to
     */
    public record Count(String name, String meaning, String formula, long shown, long listed) {}

    /**
     * A ratio of the mart's counts.
     *
     * @param name what it is called
     * @param meaning what it says, in the words of the plant
     * @param formula the counts that are divided
     * @param numerator the records or units above the line
     * @param denominator those below it
     * @param percent numerator of 100 denominators, to two places; null where there is nothing to divide by
     */
    public record Quotient(
            String name,
            String meaning,
            String formula,
            long numerator,
            long denominator,
            @Nullable BigDecimal percent) {}
}
