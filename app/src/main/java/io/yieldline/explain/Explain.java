package io.yieldline.explain;

import io.yieldline.mart.Marts;
import io.yieldline.warehouse.Warehouse;
import java.util.Map;

/** Explains the numbers of marts as they are now. The definition is read from the file of the mart, so a new mart needs no extra code. */
public final class Explain {
    private final Warehouse warehouse;
    private final Marts marts;

    /** For the numbers in a warehouse. */
    public Explain(Warehouse warehouse, Marts marts) {
        this.warehouse = warehouse;
        this.marts = marts;
    }

    /** Explains numbers of a mart, or of a view over marts; keys as for {@link #explain}. */
    public Proof prove(String martOrView, Map<String, String> keys) {
        return warehouse.snapshot(session -> new ExplainedMoment(session, marts, null).prove(martOrView, keys));
    }

    /**
     * Explains a cell of a mart, or the sum of several cells.
     *
     * @param mart the name of the mart
     * @param keys values of its keys as text, such as {@code day} and {@code 2025-04-15}; a missing key matches all values,
     *     an empty text matches blank
     */
    public Explanation explain(String mart, Map<String, String> keys) {
        return warehouse.snapshot(session -> new ExplainedMoment(session, marts, null).explain(mart, keys));
    }
}
