package io.yieldline.api.subscription;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.alert.Alerting;
import io.yieldline.api.auth.Actor;
import io.yieldline.api.subscription.SubscriptionRound.Turn;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.warehouse.Table;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lists, adds, removes and sends subscriptions. */
public final class SubscriptionsOperation
        implements Operation<SubscriptionsOperation.Parameters, SubscriptionsOperation.Outcome> {
    /** The name of this operation. */
    public static final String NAME = "subscriptions";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "List, add, remove or send subscriptions to reports, findings and queries.";

    private static final List<Table.Field<Subscription>> LISTED = List.of(
            new Table.Field<>("subscription", Subscription::id),
            new Table.Field<>("owner", Subscription::owner),
            new Table.Field<>("kind", each -> each.kind().word()),
            new Table.Field<>("subject", Subscription::subject),
            new Table.Field<>("rhythm", each -> each.rhythm().word()),
            new Table.Field<>("recipient", Subscription::recipient),
            new Table.Field<>("sent_at", Subscription::handled),
            new Table.Field<>("problem", Subscription::problem));

    /** The action. */
    public enum Action {
        LIST,
        ADD,
        REMOVE,
        SEND
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public String command() {
        return NAME + " [list|add|remove|send]";
    }

    /** Subscriptions are no data: a change of them does not wait for a load. */
    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Outcome run(Parameters parameters, Context context) {
        Subscriptions subscriptions = new Subscriptions(context.warehouse(), context.clock());
        try (Alerting alerting = context.alerting()) {
            return switch (parameters.action) {
                case LIST -> listed(subscriptions.all());
                case ADD -> {
                    Subscription added = parameters.wanted().add(context, alerting, Actor.of(context.caller()));
                    yield Outcome.of("subscription " + added.id() + " added: " + added.title() + " to "
                            + added.recipient() + ", " + added.when());
                }
                case REMOVE -> {
                    Subscription gone = subscriptions.get(parameters.number());
                    subscriptions.remove(gone, Actor.of(context.caller()));
                    yield Outcome.of("subscription " + gone.id() + " removed");
                }
                case SEND -> sent(parameters, subscriptions, new SubscriptionRound(context, alerting));
            };
        }
    }

    /** The list as a table. */
    public static Table table(List<Subscription> subscriptions) {
        return Table.of(subscriptions, LISTED);
    }

    private static Outcome listed(List<Subscription> all) {
        return new Outcome(table(all), Counted.of(all.size(), "subscription"), ExitCode.DONE);
    }

    private static Outcome sent(Parameters parameters, Subscriptions subscriptions, SubscriptionRound round) {
        List<Turn> turns =
                parameters.what == null ? round.sendDue() : List.of(round.send(subscriptions.get(parameters.number())));
        int messages = turns.stream().mapToInt(Turn::messages).sum();
        long problems = turns.stream().filter(turn -> turn.problem() != null).count();
        return new Outcome(
                null,
                Counted.of(messages, "message") + " in the outbox, sent by the next: yieldline alert"
                        + (problems == 0
                                ? ""
                                : "; " + Counted.of(problems, "subscription")
                                        + " cannot be sent, see: yieldline subscriptions"),
                problems == 0 ? ExitCode.DONE : ExitCode.PARTLY);
    }

    /**
     * The parameters.
     *
     * @param owner the user who manages a new one
     * @param what the kind of a new one, or the number of one; null for none
     * @param subject the subject of a new one
     * @param values parameters of a new one
     * @param rhythm when a new one is sent
     * @param recipient the address of a new one; null for the name of its owner
     */
    public record Parameters(
            Action action,
            String owner,
            @Nullable String what,
            @Nullable String subject,
            QueryValues values,
            String rhythm,
            @Nullable String recipient) {
        /** Refuses an action without what it is about. */
        public Parameters {
            if (action == Action.ADD && (what == null || subject == null)) {
                throw new UserError(
                        ExitCode.USAGE,
                        "give what to send, such as: yieldline subscriptions add report daily --to ann@example.com");
            }
            if (action == Action.REMOVE && what == null) {
                throw new UserError(
                        ExitCode.USAGE,
                        "give the number of the subscription: yieldline subscriptions "
                                + action.name().toLowerCase(Locale.ROOT) + " NUMBER");
            }
        }

        private long number() {
            String number = String.valueOf(what);
            if (!number.matches("[0-9]{1,18}")) {
                throw new UserError(
                        ExitCode.USAGE,
                        "\"" + number + "\" is not the number of a subscription; see: yieldline subscriptions");
            }
            return Long.parseLong(number);
        }

        private NewSubscription wanted() {
            return new NewSubscription(
                    owner,
                    SubscriptionKind.of(String.valueOf(what)),
                    String.valueOf(subject),
                    values,
                    Rhythm.of(rhythm),
                    recipient);
        }
    }

    /**
     * The result.
     *
     * @param table the list; null for other actions
     */
    public record Outcome(@Nullable Table table, String summary, ExitCode exitCode) implements Result {
        private static Outcome of(String summary) {
            return new Outcome(null, summary, ExitCode.DONE);
        }
    }
}
