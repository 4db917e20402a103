package io.yieldline.health;

import io.yieldline.Counted;
import java.util.List;

/** Every subscription has something to send, and somebody who may have it sent. */
final class SubscriptionsLink implements Link {
    @Override
    public String name() {
        return "mail";
    }

    @Override
    public String downstream() {
        return "their recipients get no mail";
    }

    @Override
    public Found examine(Examination examination) {
        List<String> unsent = examination.read(UnsentSubscriptions::lines);
        return unsent.isEmpty()
                ? Found.ok("every subscription can be sent")
                : Found.warn(
                                Counted.of(unsent.size(), "subscription") + " cannot be sent",
                                Remedy.look("subscriptions"))
                        .with(unsent);
    }
}
