/**
 * Jobs with cron triggers in, due slots out; each slot runs exactly once. {@link io.yieldline.schedule.Schedule} is
 * defined in {@code yieldline.yaml}, {@link io.yieldline.schedule.Scheduler} runs due jobs through {@link
 * io.yieldline.schedule.JobRunner}, {@link io.yieldline.schedule.Slots} stores the state, and {@link
 * io.yieldline.schedule.Crontab} and {@link io.yieldline.schedule.SystemdUnits} write the schedule for other programs.
 */
@NullMarked
package io.yieldline.schedule;

import org.jspecify.annotations.NullMarked;
