package io.yieldline.api.subscription;

import io.yieldline.alert.Message;
import java.time.Instant;
import java.util.List;

/**
 * Writes the messages of a subscription, each with how to stop it.
 *
 * @param plant the name of the plant
 * @param program the program as messages tell to call it
 */
record Letter(String plant, String program) {
    /** A message with an edition. */
    Message of(Subscription subscription, Edition edition, Instant now) {
        String foot = foot(subscription);
        String html = edition.html();
        return Message.report(
                        edition.subject(),
                        edition.text() + "\n-- \n" + foot + "\n",
                        html == null ? null : html.replace("</body>", "<p>" + escaped(foot) + "</p>\n</body>"),
                        edition.attachments(),
                        now)
                .to(subscription.recipient());
    }

    /** The note that a subscription cannot be sent. */
    Edition problem(Subscription subscription, String reason) {
        return new Edition(
                "[" + plant + "] subscription " + subscription.id() + " cannot be sent",
                "The " + subscription.title() + " cannot be sent: " + reason + ".\n"
                        + "The subscription stays; it is sent again as soon as this is repaired.\n",
                null,
                List.of());
    }

    private String foot(Subscription subscription) {
        return "Subscription " + subscription.id() + " of " + subscription.owner() + ": " + subscription.title() + ", "
                + subscription.when() + ". Stop it on the page Reports of the dashboard, or: " + program
                + " subscriptions remove " + subscription.id();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
