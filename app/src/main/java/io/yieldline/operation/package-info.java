/**
 * Asks in, runs out: an {@link io.yieldline.operation.Operation} is something that Yieldline can be told to do, the same from
 * command line, API and schedule. {@link io.yieldline.operation.Runner} runs one on an {@link
 * io.yieldline.operation.OpenPlant} and keeps it in the run log; its {@link io.yieldline.operation.Context} makes the parts of
 * the plant that it works with. The operations themselves are in {@code load}, {@code change}, {@code ask} and {@code watch};
 * {@code catalogue} lists them all.
 */
@NullMarked
package io.yieldline.operation;

import org.jspecify.annotations.NullMarked;
