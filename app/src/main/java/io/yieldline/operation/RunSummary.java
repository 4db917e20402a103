package io.yieldline.operation;

/**
 * A run in one line.
 *
 * @param id number in the run log
 * @param outcome {@code running} until it ends, then the name of its exit code in lower case
 * @param text result or error
 */
public record RunSummary(long id, String outcome, String text) {}
