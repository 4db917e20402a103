/**
 * All data in, a diagnosis out. {@code Doctor} diagnoses the chain from home and exports to marts;
 * {@code Recovery} plans and runs the repair steps; {@code DamagedFiles} runs those that need a closed
 * database. {@code Health} implements the health checks, {@code Metrics} the Prometheus metrics,
 * {@code MetricHistory} the metrics by day or week; {@code Samples}, {@code Uptime} and {@code ResponseTimes} record what cannot be
 * computed later.
 */
@NullMarked
package io.yieldline.health;

import org.jspecify.annotations.NullMarked;
