package io.yieldline.alert;

import io.yieldline.Visible;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message, the same on every channel.
 *
 * @param id lets the receiver recognize duplicates
 * @param rule the rule of the alerts; null for a report
 * @param html the text as HTML for email, if any
 * @param data the alerts as JSON
 * @param recipient the only address that gets it by email; null for those of the channel
 */
public record Message(
        String id,
        @Nullable String rule,
        Severity severity,
        String subject,
        String text,
        @Nullable String html,
        @Nullable String data,
        List<Attachment> attachments,
        Instant createdAt,
        @Nullable String recipient) {

    /** A message that needs no action, such as a report. */
    public static Message report(
            String subject, String text, @Nullable String html, List<Attachment> attachments, Instant now) {
        return new Message(
                UUID.randomUUID().toString(),
                null,
                Severity.WARNING,
                subject,
                text,
                html,
                null,
                attachments,
                now,
                null);
    }

    /** The same for one address only. */
    public Message to(String address) {
        return new Message(id, rule, severity, subject, text, html, data, attachments, createdAt, address);
    }

    static Message alert(String rule, Severity severity, String subject, String text, String data, Instant now) {
        return new Message(
                UUID.randomUUID().toString(), rule, severity, subject, text, null, data, List.of(), now, null);
    }

    /** A subject is one line, whatever the name of a file contains. */
    public Message {
        subject = Visible.line(subject);
        text = Visible.lines(text);
        attachments = List.copyOf(attachments);
    }

    /**
     * An email attachment.
     *
     * @param mediaType such as {@code text/csv}
     */
    public record Attachment(String name, String mediaType, byte[] content) {}
}
