package io.yieldline.operation;

import java.time.Duration;

/**
 * A run that ended, for whoever keeps watch.
 *
 * @param id its number in the run log
 * @param outcome how it ended, such as {@code done} or {@code failed}
 * @param text what came of it, or what went wrong
 */
public record EndedRun(long id, String operation, Caller caller, String outcome, String text, Duration took) {}
