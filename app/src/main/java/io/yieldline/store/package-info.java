/**
 * Tables as immutable pieces with names: snapshots of the database that write only what changed, and the lake, which shows the newest
 * one to every program that reads Parquet.
 *
 * <p>Input: the committed tables of a warehouse. Output: files below {@code store/}. Entry points: {@link
 * io.yieldline.store.Snapshots}, {@link io.yieldline.store.Lake}.
 */
@NullMarked
package io.yieldline.store;

import org.jspecify.annotations.NullMarked;
