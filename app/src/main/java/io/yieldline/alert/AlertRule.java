package io.yieldline.alert;

/**
 * A rule: a name and the source of its conditions.
 *
 * @param name as in {@link Condition#rule}
 */
public record AlertRule(String name, ConditionSource source) {}
