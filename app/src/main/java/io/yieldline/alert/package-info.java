/**
 * Conditions in, messages out. A {@link io.yieldline.alert.ConditionSource} says what is wrong now; the alert book makes one
 * alert of each cause and enters messages in the {@link io.yieldline.alert.Outbox} within the same transaction; they are
 * delivered to the channels on threads of their own, at least once or visibly not. {@link io.yieldline.alert.Alerting} is the
 * door to all of it.
 */
@NullMarked
package io.yieldline.alert;

import org.jspecify.annotations.NullMarked;
