package io.yieldline.api.subscription;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has sent. Times are plant time.
 *
 * @param owner the user who manages it, and whose role counts
 * @param subject the kind of report, the id of a finding or the name of a saved query
 * @param values the parameters of a saved query
 * @param recipient the address that gets it
 * @param turns how many messages it has put into the outbox
 * @param handled when it was sent last, or could not be; null if never
 * @param marker what was sent last; null if nothing was
 * @param looked the data that was looked at last; null if that does not matter
 * @param problem why it cannot be sent; null if it can
 */
public record Subscription(
        long id,
        String owner,
        SubscriptionKind kind,
        String subject,
        QueryValues values,
        Rhythm rhythm,
        String recipient,
        LocalDateTime created,
        long turns,
        @Nullable LocalDateTime handled,
        @Nullable String marker,
        @Nullable String looked,
        @Nullable String problem) {
    /** What it is about, in words. */
    public String title() {
        return switch (kind) {
            case REPORT -> subject + " report";
            case FINDING -> "finding " + subject;
            case QUERY -> "query " + subject;
        };
    }

    /** When it is sent, in words. */
    public String when() {
        return rhythm.weekday() == null ? "when it changes" : "every " + capital(rhythm.word());
    }

    /** The same after it was handled. */
    Subscription after(
            @Nullable LocalDateTime at, @Nullable String sent, @Nullable String data, @Nullable String newProblem) {
        return new Subscription(
                id, owner, kind, subject, values, rhythm, recipient, created, turns + 1, at, sent, data, newProblem);
    }

    boolean due(LocalDateTime now) {
        return rhythm.due(handled == null ? created : handled, now);
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
