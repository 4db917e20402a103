/**
 * Operations that watch over a plant: checks and their score, alerts, the doctor and recovery, metrics, the schedule,
 * reports.
 */
@NullMarked
package io.yieldline.operation.watch;

import org.jspecify.annotations.NullMarked;
