package io.yieldline.operation;

/**
 * A run in a line.
 *
 * @param id its number in the run log
 * @param outcome {@code running} until it ends, then the name of its exit code in small letters
 * @param text what came of it, or what went wrong
 */
public record RunSummary(long id, String outcome, String text) {}
