package io.yieldline.cli;

import io.yieldline.Excerpt;
import io.yieldline.alert.Alerting.ChannelStanding;
import io.yieldline.alert.Attempt;
import io.yieldline.warehouse.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Alerts and messages as text. */
final class AlertsText {
    private static final int WIDTH = 100;

    private AlertsText() {}

    /** One line per alert. */
    static Table list(Table alerts, boolean all) {
        List<String> names = Stream.of(
                        "alert", "severity", "opened_at", "resolved_at", "muted_until", "title", "detail")
                .filter(name -> all || !name.equals("resolved_at"))
                .toList();
        return new Table(
                names.stream().map(AlertsText::heading).toList(),
                alerts.rows().stream()
                        .map(row -> names.stream()
                                .<@Nullable Object>map(
                                        name -> cut(row.get(alerts.columns().indexOf(name))))
                                .toList())
                        .toList());
    }

    /** One line per channel. */
    static Table channels(List<ChannelStanding> channels) {
        return new Table(
                List.of("channel", "target", "sent", "waiting", "given up", "last error"),
                channels.stream()
                        .map(channel -> Arrays.<@Nullable Object>asList(
                                channel.channel(),
                                channel.target(),
                                channel.sent(),
                                channel.waiting(),
                                channel.failed(),
                                cut(channel.error())))
                        .toList());
    }

    /** The delivery state of a message. */
    static String line(Attempt attempt) {
        String message = attempt.channel() + ": " + attempt.subject();
        if (attempt.arrived()) {
            return message + ": sent";
        }
        return message + ": not sent, " + attempt.error() + (attempt.givenUp() ? "; given up" : "; retried later");
    }

    private static String heading(String column) {
        return switch (column) {
            case "opened_at" -> "since";
            case "resolved_at" -> "until";
            case "muted_until" -> "muted until";
            case "title" -> "what";
            default -> column;
        };
    }

    private static @Nullable Object cut(@Nullable Object value) {
        return value instanceof String text ? Excerpt.of(text, WIDTH) : value;
    }
}
