package io.yieldline.operation;

import java.time.Duration;

/**
 * A run that ended, for listeners.
 *
 * @param id number in the run log
 * @param outcome outcome, such as {@code done} or {@code failed}
 * @param text result or error
 */
public record EndedRun(long id, String operation, Caller caller, String outcome, String text, Duration took) {}
