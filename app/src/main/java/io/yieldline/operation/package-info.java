/**
 * Requests in, runs out: an {@link io.yieldline.operation.Operation} is a task of Yieldline, the same for
 * command line, API and schedule; {@link io.yieldline.operation.Operations} lists them all, {@link
 * io.yieldline.operation.OpenPlant} and keeps it in the run log; its {@link io.yieldline.operation.Context} makes the parts of
 * the plant that it works with. The operations themselves are in {@code load}, {@code change}, {@code ask} and {@code watch};
 * {@code catalogue} lists them all.
 */
@NullMarked
package io.yieldline.operation;

import org.jspecify.annotations.NullMarked;
