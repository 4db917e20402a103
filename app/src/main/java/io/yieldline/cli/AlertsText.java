package io.yieldline.cli;

import io.yieldline.Excerpt;
import io.yieldline.alert.Alerting.ChannelStanding;
import io.yieldline.alert.Attempt;
import io.yieldline.warehouse.Table;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Alerts and messages as text. */
final class AlertsText {
    private static final int WIDTH = 100;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private AlertsText() {}

    /** Each alert with its detail, the command to run next, and who was told of it and when. */
    static List<String> list(Table alerts) {
        return alerts.named().flatMap(AlertsText::lines).toList();
    }

    private static Stream<String> lines(Table.Row alert) {
        String until = alert.value("resolved_at") == null ? "" : " until " + time(alert.value("resolved_at"));
        return Stream.of(
                        "#" + alert.value("alert") + " " + alert.value("severity") + ": " + alert.value("title")
                                + ", since " + time(alert.value("opened_at")) + until,
                        labelled("", alert.value("detail")),
                        labelled("muted until ", time(alert.value("muted_until"))),
                        labelled("next: ", alert.value("link")),
                        labelled("told: ", told(alert)))
                .filter(line -> !line.isEmpty());
    }

    private static @Nullable Object time(@Nullable Object value) {
        return value instanceof LocalDateTime time ? TIME.format(time) : value;
    }

    private static String labelled(String label, @Nullable Object value) {
        return value == null || value.equals("") ? "" : "    " + label + value;
    }

    private static @Nullable Object told(Table.Row alert) {
        Object told = alert.value("deliveries");
        return "".equals(told) ? "nobody yet" : told;
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

    private static @Nullable Object cut(@Nullable Object value) {
        return value instanceof String text ? Excerpt.of(text, WIDTH) : value;
    }
}
