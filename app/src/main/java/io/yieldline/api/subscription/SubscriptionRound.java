package io.yieldline.api.subscription;

import io.yieldline.Busy;
import io.yieldline.UserError;
import io.yieldline.alert.Alerting;
import io.yieldline.alert.Message;
import io.yieldline.api.auth.Actor;
import io.yieldline.api.auth.Audit;
import io.yieldline.api.auth.Role;
import io.yieldline.api.auth.Users;
import io.yieldline.operation.Context;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due. A message goes into the outbox in the transaction that notes it, so that after a crash none is lost or
 * doubled. Why one cannot be sent is told once to its recipient and kept until it can.
 */
public final class SubscriptionRound {
    private static final String NO_ANSWER = "it gives no answer: ";

    private final Context context;
    private final Alerting alerting;
    private final Subscriptions subscriptions;
    private final Users users;
    private final Letter letter;

    /** A round of a plant, with its channels and its outbox. */
    public SubscriptionRound(Context context, Alerting alerting) {
        this.context = context;
        this.alerting = alerting;
        this.subscriptions = new Subscriptions(context.warehouse(), context.clock());
        this.users = new Users(context.warehouse(), context.clock());
        this.letter = new Letter(
                context.plant().settings().plant(), context.plant().home().program());
    }

    /**
     * What came of a subscription.
     *
     * @param messages how many messages are in the outbox now
     * @param problem why it cannot be sent; null if it can
     */
    public record Turn(
            Subscription subscription,
            int messages,
            @Nullable String problem) {}

    /** Sends all that are due; one that fails does not stop the others. */
    public List<Turn> sendDue() {
        List<Turn> turns = new ArrayList<>();
        RuntimeException failure = null;
        for (Subscription subscription : subscriptions.all()) {
            try {
                turn(subscription).ifPresent(turns::add);
            } catch (Busy e) {
                continue; // The next round comes in a minute.
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return turns;
    }

    /**
     * Sends one now, whether it changed or not.
     *
     * @throws UserError if it cannot be sent, or there is nothing yet
     */
    public Turn send(Subscription subscription) {
        gone(subscription).ifPresent(reason -> {
            throw new UserError("subscription " + subscription.id() + " cannot be sent: " + reason);
        });
        Source source = Source.of(subscription.kind());
        String data = source.data(subscription, context);
        Look look = source.look(subscription, context);
        if (look.editions().isEmpty()) {
            throw new UserError("there is no " + subscription.title() + " to send yet");
        }
        Subscription after = subscription.after(now(), look.marker(), data, null);
        return enqueue(subscription, after, look.editions())
                .orElseThrow(() -> new Busy("subscription " + subscription.id() + " is being sent; try again"));
    }

    /** Why there is nothing to send, or nobody who may have it sent, if so. */
    Optional<String> gone(Subscription subscription) {
        return notAllowed(subscription)
                .or(() -> Source.of(subscription.kind()).gone(subscription, context))
                .or(this::noChannel);
    }

    private Optional<String> notAllowed(Subscription subscription) {
        String owner = subscription.owner();
        Role needed = subscription.kind().role();
        Optional<Role> role = users.find(owner).map(Users.Kept::role);
        if (role.isEmpty()) {
            return Optional.of("there is no user " + owner);
        }
        return role.filter(held -> !held.covers(needed))
                .map(held -> owner + " has the role " + held.word() + "; this needs the role " + needed.word());
    }

    private Optional<String> noChannel() {
        return alerting.reportChannels().isEmpty()
                ? Optional.of("the settings have no channel of type email; add one to alerts: channels in"
                        + " yieldline.yaml")
                : Optional.empty();
    }

    private Optional<Turn> turn(Subscription subscription) {
        Optional<String> gone = gone(subscription);
        if (gone.isPresent()) {
            return gone.get().equals(subscription.problem())
                    ? Optional.empty()
                    : tell(subscription, gone.get(), subscription.looked());
        }
        Source source = Source.of(subscription.kind());
        String data = source.data(subscription, context);
        boolean changes = subscription.rhythm().weekday() == null;
        if (!subscription.due(now()) || changes && data.equals(subscription.looked())) {
            return repaired(subscription);
        }
        return look(subscription, source, data);
    }

    private Optional<Turn> look(Subscription subscription, Source source, String data) {
        try {
            Look look = source.look(subscription, context);
            boolean same =
                    subscription.rhythm().weekday() == null && look.marker().equals(subscription.marker());
            Subscription after = subscription.after(same ? subscription.handled() : now(), look.marker(), data, null);
            return enqueue(subscription, after, same ? List.of() : look.editions())
                    .filter(turn -> turn.messages() > 0);
        } catch (Busy e) {
            return Optional.empty();
        } catch (UserError e) {
            return tell(subscription, NO_ANSWER + e.getMessage(), data);
        }
    }

    /** What is there again is no problem any more; a query that gave no answer is asked again with other data. */
    private Optional<Turn> repaired(Subscription subscription) {
        String problem = subscription.problem();
        if (problem != null && !problem.startsWith(NO_ANSWER)) {
            Subscription after =
                    subscription.after(subscription.handled(), subscription.marker(), subscription.looked(), null);
            enqueue(subscription, after, List.of());
        }
        return Optional.empty();
    }

    /** The recipient is told once, however often the reason changes until it is repaired. */
    private Optional<Turn> tell(Subscription subscription, String problem, @Nullable String data) {
        Subscription after = subscription.after(now(), subscription.marker(), data, problem);
        return enqueue(
                subscription,
                after,
                subscription.problem() == null ? List.of(letter.problem(subscription, problem)) : List.of());
    }

    private Optional<Turn> enqueue(Subscription before, Subscription after, List<Edition> editions) {
        List<String> channel = alerting.reportChannels().stream().limit(1).toList();
        List<Message> messages = channel.isEmpty()
                ? List.of()
                : editions.stream()
                        .map(edition ->
                                letter.of(before, edition, context.clock().instant()))
                        .toList();
        boolean noted = context.warehouse().note(session -> {
            if (!Subscriptions.note(session, before, after)) {
                return false;
            }
            messages.forEach(message -> {
                alerting.outbox().enqueue(session, message, channel);
                new Audit(context.warehouse(), context.clock())
                        .add(
                                session,
                                new Actor(before.owner(), "subscription"),
                                "send subscription",
                                Subscriptions.name(before),
                                Subscriptions.said(before));
            });
            return true;
        });
        return noted ? Optional.of(new Turn(after, messages.size(), after.problem())) : Optional.empty();
    }

    private LocalDateTime now() {
        return context.parts().now().withNano(0);
    }
}
