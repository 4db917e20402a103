package io.yieldline.api.subscription;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.alert.Alerting;
import io.yieldline.alert.MailAddress;
import io.yieldline.api.auth.Actor;
import io.yieldline.api.auth.Users;
import io.yieldline.operation.Context;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that somebody wants.
 *
 * @param owner the user who manages it
 * @param recipient the address; null for the name of the owner if that is one
 */
public record NewSubscription(
        String owner,
        SubscriptionKind kind,
        String subject,
        QueryValues values,
        Rhythm rhythm,
        @Nullable String recipient) {
    /** Refuses parameters of what has none. */
    public NewSubscription {
        owner = owner.toLowerCase(Locale.ROOT);
        if (kind != SubscriptionKind.QUERY && !values.equals(QueryValues.NONE)) {
            throw new UserError(ExitCode.USAGE, "only a saved query has parameters");
        }
    }

    /**
     * Adds it. What it says now counts as known: the first message comes with the next change, or on its day of the week.
     *
     * @throws UserError if it could not be sent: its subject is not there, no email can be sent, the query gives no answer
     */
    public Subscription add(Context context, Alerting alerting, Actor actor) {
        if (new Users(context.warehouse(), context.clock()).find(owner).isEmpty()) {
            throw new UserError(
                    ExitCode.USAGE,
                    "there is no user " + owner + "; name the owner: --owner USER, see: yieldline users");
        }
        Subscription wanted = with(null, null, address(), context);
        new SubscriptionRound(context, alerting).gone(wanted).ifPresent(reason -> {
            throw new UserError(ExitCode.USAGE, reason);
        });
        Source source = Source.of(kind);
        String data = source.data(wanted, context);
        String marker = source.look(wanted, context).marker();
        return new Subscriptions(context.warehouse(), context.clock())
                .add(with(marker, data, wanted.recipient(), context), actor);
    }

    private String address() {
        if (recipient != null) {
            return MailAddress.required(recipient);
        }
        if (MailAddress.valid(owner)) {
            return owner;
        }
        throw new UserError(ExitCode.USAGE, "give the email address that gets it: --to ann@example.com");
    }

    private Subscription with(@Nullable String marker, @Nullable String data, String address, Context context) {
        return new Subscription(
                0,
                owner,
                kind,
                subject,
                values,
                rhythm,
                address,
                context.parts().now().withNano(0),
                0,
                null,
                marker,
                data,
                null);
    }
}
