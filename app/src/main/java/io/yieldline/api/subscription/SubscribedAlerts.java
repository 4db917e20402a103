package io.yieldline.api.subscription;

import io.yieldline.alert.Alerting;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.watch.AlertOperation;

/** Sends what is due to subscribers before the alerts: one command for cron does both. */
public final class SubscribedAlerts implements Operation<AlertOperation.Parameters, AlertOperation.Alerted> {
    private final AlertOperation alert = new AlertOperation();

    @Override
    public String name() {
        return alert.name();
    }

    @Override
    public String purpose() {
        return alert.purpose();
    }

    @Override
    public String command() {
        return alert.command();
    }

    @Override
    public boolean exclusive() {
        return alert.exclusive();
    }

    @Override
    public AlertOperation.Alerted run(AlertOperation.Parameters parameters, Context context) {
        try (Alerting alerting = context.alerting()) {
            new SubscriptionRound(context, alerting).sendDue();
        }
        return alert.run(parameters, context);
    }
}
