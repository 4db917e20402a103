package io.yieldline.explain;

import io.yieldline.Counted;
import io.yieldline.warehouse.Table;
import java.util.Map;

/**
 * Rows of a view, with the mart numbers that they are computed from.
 *
 * @param view the name of the view
 * @param meaning description from its file
 * @param cell the requested keys
 * @param numbers the rows of the view
 * @param parts the operands: numerator and denominator, or an addend, and the command that explains it
 */
public record Composition(String view, String meaning, Map<String, String> cell, Table numbers, Table parts)
        implements Proof {
    @Override
    public String summary() {
        return Counted.of(numbers.rows().size(), "row") + " of " + view + " made of " + Counted.of(size(), "part");
    }

    @Override
    public Table rows() {
        return parts;
    }

    @Override
    public long size() {
        return parts.rows().size();
    }
}
