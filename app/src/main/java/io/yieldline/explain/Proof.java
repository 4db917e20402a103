package io.yieldline.explain;

import io.yieldline.warehouse.Table;

/** Where numbers come from: those of a mart from rows of exports, those of a view from marts. */
public sealed interface Proof permits Explanation, Composition {
    /** In one line. */
    String summary();

    /** All rows in one table. */
    Table rows();

    /** How many rows are behind the numbers. */
    long size();
}
