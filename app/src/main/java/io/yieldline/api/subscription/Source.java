package io.yieldline.api.subscription;

import io.yieldline.UserError;
import io.yieldline.operation.Context;
import java.util.Optional;

/** Where the content of subscriptions of one kind comes from. */
interface Source {
    /** Why there is nothing to send any more, if so; cheap enough for every minute. */
    Optional<String> gone(Subscription subscription, Context context);

    /** The data that it is made of: while this is the same, so is what it says. */
    String data(Subscription subscription, Context context);

    /**
     * What it says now.
     *
     * @throws UserError if it cannot say anything
     */
    Look look(Subscription subscription, Context context);

    /** The source of a kind. */
    static Source of(SubscriptionKind kind) {
        return switch (kind) {
            case REPORT -> new ReportSource();
            case FINDING -> new FindingSource();
            case QUERY -> new QuerySource();
        };
    }
}
