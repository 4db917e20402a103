/**
 * Conditions in, messages out. A {@link io.yieldline.alert.ConditionSource} reports current problems. The alert book keeps one
 * alert per cause and adds messages to the {@link io.yieldline.alert.Outbox} in the same transaction. They are
 * delivered on one thread per channel, at least once or visibly not. {@link io.yieldline.alert.Alerting} is the
 * entry point.
 */
@NullMarked
package io.yieldline.alert;

import org.jspecify.annotations.NullMarked;
