package io.yieldline.operation;

/**
 * What the plant did before, and the command that does it now.
 *
 * @param script a script of the original, or a step of its schedule or checklist
 * @param command the command that replaces it, without the words before it
 */
public record Original(String script, String command) {}
