package io.yieldline.alert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** The format of webhook messages. */
enum WebhookForm {
    /** All fields, in Yieldline's own format. */
    JSON {
        @Override
        Map<String, @Nullable Object> content(Message message) {
            Map<String, @Nullable Object> content = new LinkedHashMap<>();
            content.put("id", message.id());
            content.put("created_at", message.createdAt().toString());
            content.put("rule", message.rule());
            content.put("severity", message.severity().label());
            content.put("subject", message.subject());
            content.put("text", message.text());
            content.put("alerts", message.data() == null ? List.of() : new RawValue(message.data()));
            return content;
        }
    },
    /** Slack's incoming webhook. */
    SLACK {
        @Override
        Map<String, @Nullable Object> content(Message message) {
            return Map.of("text", "*" + escaped(message.subject()) + "*\n" + escaped(message.text()));
        }
    },
    /** An adaptive card for workflows of Microsoft Teams. */
    TEAMS {
        @Override
        Map<String, @Nullable Object> content(Message message) {
            Map<String, Object> title =
                    Map.of("type", "TextBlock", "text", message.subject(), "weight", "Bolder", "wrap", true);
            Map<String, Object> text = Map.of("type", "TextBlock", "text", message.text(), "wrap", true);
            Map<String, Object> card = Map.of("type", "AdaptiveCard", "version", "1.4", "body", List.of(title, text));
            return Map.of(
                    "type",
                    "message",
                    "attachments",
                    List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
        }
    };

    private static final JsonMapper MAPPER = new JsonMapper();

    abstract Map<String, @Nullable Object> content(Message message);

    /** The body of the request. */
    String body(Message message) {
        return MAPPER.writeValueAsString(content(message));
    }

    static WebhookForm of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    static List<String> labels() {
        return Stream.of(values())
                .map(form -> form.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Slack interprets these three characters as markup, and a name in angle brackets as a mention of everybody. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
