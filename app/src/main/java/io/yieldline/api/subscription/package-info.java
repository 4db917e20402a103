/**
 * What people have sent to them: subscriptions to reports, findings and saved queries come in, messages in the outbox go out.
 * {@link io.yieldline.api.subscription.Subscriptions} keeps them, {@link io.yieldline.api.subscription.SubscriptionRound} sends what is due.
 */
@NullMarked
package io.yieldline.api.subscription;

import org.jspecify.annotations.NullMarked;
