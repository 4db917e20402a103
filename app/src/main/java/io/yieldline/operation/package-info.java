/**
 * Asks in, runs out: an {@link io.yieldline.operation.Operation} is something that Yieldline can be told to do, the same from
 * command line, API and schedule; {@link io.yieldline.operation.Operations} lists them all, {@link
 * io.yieldline.operation.Runner} runs one on an {@link io.yieldline.operation.OpenPlant} and keeps it in the run log.
 */
@NullMarked
package io.yieldline.operation;

import org.jspecify.annotations.NullMarked;
