package io.yieldline.explain;

import io.yieldline.warehouse.Table;

/** The evidence for numbers: rows of exports for marts, mart numbers for views. */
public sealed interface Proof permits Explanation, Composition {
    /** A summary in one line. */
    String summary();

    /** All rows in one table. */
    Table rows();

    /** The number of rows behind the numbers. */
    long size();
}
