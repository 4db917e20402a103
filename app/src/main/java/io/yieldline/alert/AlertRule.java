package io.yieldline.alert;

/**
 * A rule: a name and where its conditions come from.
 *
 * @param name as in {@link Condition#rule}
 */
public record AlertRule(String name, ConditionSource source) {}
