/**
 * Records in, master logs out: {@link io.yieldline.warehouse.Warehouse} on DuckDB or PostgreSQL is the only door to a
 * connection, {@link io.yieldline.warehouse.Session} the only way to speak SQL on it.
 */
@NullMarked
package io.yieldline.warehouse;

import org.jspecify.annotations.NullMarked;
