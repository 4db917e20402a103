package io.yieldline.alert;

import io.yieldline.warehouse.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Messages to deliver. A message is added in the transaction of its cause and stays until each channel has received it or is
 * given up. So no message is lost in a crash; a message that was sent but not recorded is sent again with the same
 * id.
 */
public final class Outbox {
    private static final Duration KEPT = Duration.ofDays(60);
    private static final String DUE = """
            select d.message_id, d.attempts, m.subject
            from outbox_delivery d
            join outbox_message m on m.id = d.message_id
            where d.channel = ? and d.state = 'waiting' and d.due_ms <= ?
            order by m.created_ms, m.id
            limit 100""";

    private final ZoneId zone;
    private final Backoff backoff;

    Outbox(ZoneId zone, Backoff backoff) {
        this.zone = zone;
        this.backoff = backoff;
    }

    /** A message that is due on a channel. */
    record Due(String message, long attempts, String subject) {}

    /**
     * The state of a channel.
     *
     * @param waiting messages that are still retried
     * @param failed messages that were given up
     * @param error last error of the given-up messages
     */
    public record Standing(String channel, long waiting, long sent, long failed, String error) {}

    /** Adds a message for these channels, due now. */
    public void enqueue(Session session, Message message, Collection<String> channels) {
        if (channels.isEmpty()) {
            return;
        }
        long now = message.createdAt().toEpochMilli();
        session.execute(
                "insert into outbox_message (id, rule, severity, subject, body, html, data, created_at, created_ms, recipient)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                message.id(),
                message.rule(),
                message.severity().label(),
                message.subject(),
                message.text(),
                message.html(),
                message.data(),
                PlantTime.of(message.createdAt(), zone),
                now,
                message.recipient());
        for (int i = 0; i < message.attachments().size(); i++) {
            Message.Attachment attachment = message.attachments().get(i);
            session.execute(
                    "insert into outbox_attachment values (?, ?, ?, ?, ?)",
                    message.id(),
                    (long) i,
                    attachment.name(),
                    attachment.mediaType(),
                    Base64.getEncoder().encodeToString(attachment.content()));
        }
        channels.forEach(channel -> session.execute(
                "insert into outbox_delivery (message_id, channel, state, attempts, due_ms) values (?, ?, 'waiting', 0, ?)",
                message.id(),
                channel,
                now));
    }

    /** The state of each channel that ever had a message. */
    public List<Standing> standings(Session session) {
        return session.query(
                """
                select channel,
                    count(*) filter (where state = 'waiting'),
                    count(*) filter (where state = 'sent'),
                    count(*) filter (where state = 'failed'),
                    coalesce(max(error) filter (where state in ('waiting', 'failed')), '')
                from outbox_delivery
                group by channel
                order by channel""",
                row -> new Standing(
                        row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getString(5)));
    }

    /** Schedules given-up messages again; returns their number. */
    public long retryFailed(Session session, Instant now) {
        return session.execute(
                "update outbox_delivery set state = 'waiting', attempts = 0, due_ms = ?, settled_at = null,"
                        + " settled_ms = null where state = 'failed'",
                now.toEpochMilli());
    }

    List<Due> due(Session session, String channel, Instant now) {
        return session.query(
                DUE, row -> new Due(row.getString(1), row.getLong(2), row.getString(3)), channel, now.toEpochMilli());
    }

    Message message(Session session, String id) {
        List<Message.Attachment> attachments = session.query(
                "select name, media_type, content_base64 from outbox_attachment where message_id = ? order by place",
                row -> new Message.Attachment(
                        row.getString(1), row.getString(2), Base64.getDecoder().decode(row.getString(3))),
                id);
        return session.first(
                        "select id, rule, severity, subject, body, html, data, created_ms, recipient from outbox_message"
                                + " where id = ?",
                        row -> new Message(
                                row.getString(1),
                                row.getString(2),
                                Severity.of(row.getString(3)),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                attachments,
                                Instant.ofEpochMilli(row.getLong(8)),
                                row.getString(9)),
                        id)
                .orElseThrow();
    }

    /** Records the delivery of a message. */
    void sent(Session session, String channel, Due due, Instant now) {
        settle(session, channel, due, "sent", null, now);
    }

    /** Records a failed attempt; returns whether it was the last. */
    boolean failed(Session session, String channel, Due due, String error, Instant now) {
        Optional<Instant> next = backoff.next(due.message(), due.attempts() + 1, now);
        if (next.isEmpty()) {
            settle(session, channel, due, "failed", error, now);
            return true;
        }
        session.execute(
                "update outbox_delivery set attempts = ?, due_ms = ?, error = ? where message_id = ? and channel = ?",
                due.attempts() + 1,
                next.get().toEpochMilli(),
                error,
                due.message(),
                channel);
        return false;
    }

    /** Gives up messages for channels that are no longer in the settings. */
    void abandonOthers(Session session, List<String> channels, Instant now) {
        List<String> others =
                session.texts("select distinct channel from outbox_delivery where state = 'waiting' order by channel");
        others.stream()
                .filter(channel -> !channels.contains(channel))
                .forEach(channel -> session.execute(
                        "update outbox_delivery set state = 'failed', settled_at = ?, settled_ms = ?,"
                                + " error = 'the settings no longer have this channel'"
                                + " where state = 'waiting' and channel = ?",
                        PlantTime.of(now, zone),
                        now.toEpochMilli(),
                        channel));
    }

    /** Deletes old messages that were delivered or given up. */
    void forget(Session session, Instant now) {
        long before = now.minus(KEPT).toEpochMilli();
        String old = " in (select m.id from outbox_message m where m.created_ms < " + before
                + " and not exists (select 1 from outbox_delivery d where d.message_id = m.id and d.state = 'waiting'))";
        if (session.number("select count(*) from outbox_message where id" + old) > 0) {
            session.execute("delete from outbox_attachment where message_id" + old);
            List<String> ids = session.texts("select id from outbox_message where id" + old);
            ids.forEach(id -> session.execute("delete from outbox_delivery where message_id = ?", id));
            ids.forEach(id -> session.execute("delete from outbox_message where id = ?", id));
        }
    }

    private void settle(Session session, String channel, Due due, String state, @Nullable String error, Instant now) {
        session.execute(
                "update outbox_delivery set state = ?, attempts = ?, settled_at = ?, settled_ms = ?, error = ?"
                        + " where message_id = ? and channel = ?",
                state,
                due.attempts() + 1,
                PlantTime.of(now, zone),
                now.toEpochMilli(),
                error,
                due.message(),
                channel);
    }
}
