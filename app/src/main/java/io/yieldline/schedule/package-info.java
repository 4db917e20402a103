/**
 * Jobs with cron expressions in, due slots out; each slot is run exactly once. {@link io.yieldline.schedule.Schedule} is what
 * {@code yieldline.yaml} says, {@link io.yieldline.schedule.Scheduler} runs what is due through the door {@link
 * io.yieldline.schedule.JobRunner}, {@link io.yieldline.schedule.Slots} remembers, and {@link
 * io.yieldline.schedule.Crontab} and {@link io.yieldline.schedule.SystemdUnits} write the schedule for other programs.
 */
@NullMarked
package io.yieldline.schedule;

import org.jspecify.annotations.NullMarked;
