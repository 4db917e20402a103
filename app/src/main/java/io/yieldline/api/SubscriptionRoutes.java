package io.yieldline.api;

import io.yieldline.alert.Alerting;
import io.yieldline.api.auth.Role;
import io.yieldline.api.subscription.NewSubscription;
import io.yieldline.api.subscription.QueryValues;
import io.yieldline.api.subscription.Rhythm;
import io.yieldline.api.subscription.Subscription;
import io.yieldline.api.subscription.SubscriptionKind;
import io.yieldline.api.subscription.SubscriptionRound;
import io.yieldline.api.subscription.Subscriptions;
import io.yieldline.operation.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Subscriptions of a user, and all of them for an admin. */
final class SubscriptionRoutes {
    private static final int MOST_BODY_BYTES = 2_000_000;
    private static final Parameter NUMBER = Parameter.path("subscription", "the number of a subscription");

    private final Context context;

    SubscriptionRoutes(Context context) {
        this.context = context;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/subscriptions", Role.VIEWER, "List your subscriptions; admins: all.", this::list)
                        .rowsAsCsvToo("subscriptions"),
                Route.post(
                                "/subscriptions",
                                Role.VIEWER,
                                "Subscribe to a report, a finding or a saved query by email.",
                                this::add)
                        .with(
                                Parameter.word("kind", "report, finding or query", SubscriptionKind.words())
                                        .inBody()
                                        .needed(),
                                Parameter.text("subject", "daily or weekly, a finding, or the name of a saved query")
                                        .inBody()
                                        .needed(),
                                Parameter.word("rhythm", "change (default), or a day of the week", Rhythm.words())
                                        .inBody(),
                                Parameter.text("to", "the email address (default: your name if it is one)")
                                        .inBody(),
                                QueryFields.PARAM,
                                QueryFields.LIST)
                        .withLargeBody(MOST_BODY_BYTES)
                        .in(Lane.QUERIES)
                        .byLogin(),
                Route.post(
                                "/subscriptions/{subscription}/send",
                                Role.VIEWER,
                                "Send a subscription of yours now; admins: any.",
                                this::send)
                        .with(NUMBER)
                        .in(Lane.QUERIES),
                Route.delete(
                                "/subscriptions/{subscription}",
                                Role.VIEWER,
                                "Remove a subscription of yours; admins: any.",
                                this::remove)
                        .with(NUMBER));
    }

    private RouteResponse list(Request request) {
        List<Subscription> shown = admin(request)
                ? subscriptions().all()
                : subscriptions().of(request.actor().user());
        try (Alerting alerting = context.alerting()) {
            return RouteResponse.json(Json.inZone(
                    context.plant(),
                    "mail",
                    !alerting.reportChannels().isEmpty(),
                    "total",
                    shown.size(),
                    "rows",
                    shown.stream().map(SubscriptionRoutes::json).toList()));
        }
    }

    private RouteResponse add(Request request) {
        Values values = request.values();
        SubscriptionKind kind = SubscriptionKind.of(values.required("kind"));
        if (!request.identity().role().covers(kind.role())) {
            throw Problem.forbidden("this needs the role " + kind.role().word());
        }
        NewSubscription wanted = new NewSubscription(
                request.actor().user(),
                kind,
                values.required("subject"),
                new QueryValues(QueryFields.values(values), QueryFields.lists(values)),
                Rhythm.of(values.text("rhythm").orElse(Rhythm.CHANGE.word())),
                values.text("to").filter(to -> !to.isBlank()).map(String::strip).orElse(null));
        try (Alerting alerting = context.alerting()) {
            return RouteResponse.json(json(wanted.add(context, alerting, request.actor())));
        }
    }

    private RouteResponse send(Request request) {
        Subscription mine = mine(request);
        try (Alerting alerting = context.alerting()) {
            new SubscriptionRound(context, alerting).send(mine);
        }
        return RouteResponse.nothing();
    }

    private RouteResponse remove(Request request) {
        subscriptions().remove(mine(request), request.actor());
        return RouteResponse.nothing();
    }

    /** Those of others are as unknown as those that nobody has. */
    private Subscription mine(Request request) {
        String number = request.values().required("subscription");
        return Optional.of(number)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .flatMap(text -> subscriptions().find(Long.parseLong(text)))
                .filter(found ->
                        admin(request) || found.owner().equals(request.actor().user()))
                .orElseThrow(() -> Problem.missing("you have no subscription of this number"));
    }

    private static boolean admin(Request request) {
        return request.identity().role().covers(Role.ADMIN);
    }

    private static Map<String, @Nullable Object> json(Subscription each) {
        return Json.object(
                "id",
                each.id(),
                "owner",
                each.owner(),
                "kind",
                each.kind().word(),
                "subject",
                each.subject(),
                "param",
                each.values().values().entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .toList(),
                "lists",
                each.values().lists().keySet(),
                "rhythm",
                each.rhythm().word(),
                "recipient",
                each.recipient(),
                "created_at",
                each.created(),
                "sent_at",
                each.handled(),
                "problem",
                each.problem());
    }

    private Subscriptions subscriptions() {
        return new Subscriptions(context.warehouse(), context.clock());
    }
}
