package io.yieldline.alert;

import io.yieldline.Counted;
import io.yieldline.warehouse.Session;
import java.time.Instant;
import java.util.List;

/**
 * Channels with given-up messages. The next delivered message clears the condition.
 *
 * @param channels the channels in the settings
 */
record FailedChannels(List<String> channels) implements ConditionSource {
    private static final String FAILED = """
            select f.channel, count(*), max(f.error)
            from outbox_delivery f
            where f.state = 'failed'
                and f.settled_ms >= (
                    select coalesce(max(s.settled_ms), 0)
                    from outbox_delivery s
                    where s.state = 'sent' and s.channel = f.channel)
            group by f.channel
            order by f.channel""";

    @Override
    public List<Condition> conditions(Session session, Instant now) {
        return session
                .query(
                        FAILED,
                        row -> new Condition(
                                AlertRules.CHANNEL_FAILED,
                                row.getString(1),
                                Severity.WARNING,
                                "channel " + row.getString(1) + " does not work",
                                Counted.of(row.getLong(2), "message") + " given up; " + row.getString(3),
                                "yieldline alerts test " + row.getString(1)))
                .stream()
                .filter(condition -> channels.contains(condition.cause()))
                .toList();
    }
}
