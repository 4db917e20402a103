/**
 * Records in, master logs out: {@link io.yieldline.warehouse.Warehouse} on DuckDB or PostgreSQL is the only access to
 * connections, {@link io.yieldline.warehouse.Session} the only access to SQL.
 */
@NullMarked
package io.yieldline.warehouse;

import org.jspecify.annotations.NullMarked;
