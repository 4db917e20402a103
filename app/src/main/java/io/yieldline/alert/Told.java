package io.yieldline.alert;

import io.yieldline.warehouse.Session;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who was told of an alert and when: the state of its latest message on each channel. */
final class Told {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String DELIVERIES = """
            select m.data, d.channel, d.state, d.settled_at, coalesce(d.error, '')
            from outbox_message m
            join outbox_delivery d on d.message_id = m.id
            where m.data is not null and m.created_at >= ?
            order by m.created_ms, d.channel""";

    private final Map<Long, Map<String, String>> channels = new HashMap<>();

    private Told() {}

    /**
     * What the outbox still knows; it forgets old messages.
     *
     * @param since when the first of the alerts was opened, in plant time: no message about it is older
     */
    static Told of(Session session, LocalDateTime since) {
        Told told = new Told();
        session.query(
                DELIVERIES,
                row -> {
                    told.add(
                            row.getString(1),
                            row.getString(2),
                            state(row.getString(3), row.getObject(4, LocalDateTime.class), row.getString(5)));
                    return true;
                },
                // In the night when the clocks are put back, a later message can be an hour earlier.
                since.minusHours(1));
        return told;
    }

    private void add(String data, String channel, String state) {
        for (JsonNode alert : MAPPER.readTree(data)) {
            channels.computeIfAbsent(alert.get("alert").asLong(), id -> new LinkedHashMap<>())
                    .put(channel, channel + " " + alert.get("state").asString() + " " + state);
        }
    }

    private static String state(String state, @Nullable LocalDateTime at, String error) {
        return switch (state) {
            case "sent" -> at == null ? state : PlantTime.text(at);
            case "waiting" -> "not yet" + because(error);
            default -> "given up" + because(error);
        };
    }

    private static String because(String error) {
        return error.isEmpty() ? "" : " (" + error + ")";
    }

    /** In one line, such as {@code mail new 2025-04-21 08:00, chat new given up (the server answered 503)}. */
    String of(long alert) {
        return String.join(", ", channels.getOrDefault(alert, Map.of()).values());
    }
}
