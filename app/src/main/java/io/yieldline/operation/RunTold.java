package io.yieldline.operation;

/**
 * A run in a line.
 *
 * @param id its number in the run log
 * @param text what came of it, or what went wrong
 */
public record RunTold(long id, String text) {}
