package io.yieldline.alert;

import io.yieldline.Counted;
import io.yieldline.Hint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * One message about all alerts of one rule: a thousand parked exports are one message with their number and
 * the first few alerts.
 *
 * @param news the alerts of one rule, by kind of news; not empty
 */
record Announcement(String plant, Map<News, List<Alert>> news) {
    private static final int SHOWN = 5;
    private static final int LISTED = 100;

    static Announcement of(String plant, List<Alert> alerts, long nowMs, long remindersMs) {
        Map<News, List<Alert>> news = new EnumMap<>(News.class);
        alerts.stream().sorted(Comparator.comparingLong(Alert::id)).forEach(alert -> {
            News word = alert.news(nowMs, remindersMs);
            if (word != null) {
                news.computeIfAbsent(word, key -> new ArrayList<>()).add(alert);
            }
        });
        return new Announcement(plant, news);
    }

    Message message(Instant now, String program) {
        return Message.alert(rule(), severity(), subject(), Hint.complete(text(), program), data(), now);
    }

    String rule() {
        return all().get(0).condition().rule();
    }

    Severity severity() {
        return all().stream()
                .map(alert -> alert.condition().severity())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    List<Alert> all() {
        return news.values().stream().flatMap(List::stream).toList();
    }

    String subject() {
        if (all().size() == 1) {
            News word = news.keySet().iterator().next();
            return "[" + plant + "] " + (word == News.NEW ? "" : word.label() + ": ")
                    + all().get(0).condition().title();
        }
        return "[" + plant + "] " + rule().replace('_', ' ') + ": "
                + news.entrySet().stream()
                        .map(entry -> String.format(
                                Locale.ROOT,
                                "%,d %s",
                                entry.getValue().size(),
                                entry.getKey().label()))
                        .collect(Collectors.joining(", "));
    }

    String text() {
        return news.entrySet().stream()
                .map(entry -> section(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String section(News word, List<Alert> alerts) {
        String shown = alerts.stream().limit(SHOWN).map(Announcement::line).collect(Collectors.joining());
        String more = alerts.size() > SHOWN
                ? "and " + Counted.of(alerts.size() - SHOWN, "more alert") + "; see: yieldline alerts\n"
                : "";
        return word.label() + ":\n" + shown + more;
    }

    private static String line(Alert alert) {
        Condition condition = alert.condition();
        return "#" + alert.id() + " " + condition.severity().label() + ": " + condition.title() + ", since "
                + PlantTime.text(alert.openedAt())
                + (alert.resolvedAt() == null ? "" : " until " + PlantTime.text(alert.resolvedAt())) + "\n"
                + (condition.detail().isEmpty() ? "" : "  " + condition.detail() + "\n")
                + (condition.link() == null ? "" : "  next: " + condition.link() + "\n");
    }

    private String data() {
        return new JsonMapper()
                .writeValueAsString(news.entrySet().stream()
                        .flatMap(entry ->
                                entry.getValue().stream().limit(LISTED).map(alert -> alert.facts(entry.getKey())))
                        .toList());
    }
}
