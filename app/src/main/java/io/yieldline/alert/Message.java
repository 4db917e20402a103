package io.yieldline.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is sent, the same on every channel.
 *
 * @param id known to the receiver, so that a message that comes twice is told from two messages
 * @param rule the rule that it is about; null for a report
 * @param html the text for readers of mail, where there is one
 * @param data the alerts in it as JSON, for programs
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
        Instant createdAt) {

    /** Something that nobody has to act on, such as a report. */
    public static Message report(
            String subject, String text, @Nullable String html, List<Attachment> attachments, Instant now) {
        return new Message(
                UUID.randomUUID().toString(), null, Severity.WARNING, subject, text, html, null, attachments, now);
    }

    static Message alert(String rule, Severity severity, String subject, String text, String data, Instant now) {
        return new Message(UUID.randomUUID().toString(), rule, severity, subject, text, null, data, List.of(), now);
    }

    /** A subject is one line. What else it may hold, such as a line end in the name of a file, becomes a blank. */
    public Message {
        subject = subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ")
                .replaceAll(" {2,}", " ")
                .strip();
        text = text.replace("\0", "");
        attachments = List.copyOf(attachments);
    }

    /**
     * A file that goes with a message by mail.
     *
     * @param mediaType such as {@code text/csv}
     */
    public record Attachment(String name, String mediaType, byte[] content) {}
}
