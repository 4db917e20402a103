package io.yieldline.plant;

/**
 * A due time of a scheduled job that was given up: nothing tries it again.
 *
 * @param job the name of the job
 * @param reason when it was due, what happened, and what it kept from running
 * @param command the command after {@code yieldline} that does its work by hand, for its own day or week
 * @param inRunLog whether the run log has its failure, too
 */
public record LostSlot(String job, String reason, String command, boolean inRunLog) {}
