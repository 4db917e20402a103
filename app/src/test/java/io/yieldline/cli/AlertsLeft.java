package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.alert.WebSink;
import io.yieldline.operation.TestPlant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The alerts of a plant after weeks of trouble, compared with what the receivers got. */
record AlertsLeft(TestPlant plant, List<WebSink.Post> posts) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** A life as it is told: new and cleared in turn, with reminders between them. */
    private static final String LIFE = "(new (still open )*cleared )*(new (still open )*)?";

    /** No alert is lost or doubled. */
    void assertEachToldOnce() {
        assertArrived("file", file());
        assertArrived("web", posts.stream().map(WebSink.Post::body).toList());
        assertThat(plant.number("select count(*) from outbox_delivery where state <> 'sent'"))
                .isZero();
        assertLives(told());
    }

    /** Every message at least once, and each time the same. */
    private void assertArrived(String channel, List<String> bodies) {
        Map<String, TreeSet<String>> byId = bodies.stream()
                .collect(Collectors.groupingBy(
                        body -> MAPPER.readTree(body).get("id").asString(),
                        TreeMap::new,
                        Collectors.toCollection(TreeSet::new)));
        assertThat(byId.keySet())
                .as(channel)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        plant.lines("select message_id from outbox_delivery where channel = '" + channel + "'"));
        assertThat(byId.values()).as(channel).allMatch(same -> same.size() == 1);
    }

    private void assertLives(Map<Long, String> told) {
        for (Map.Entry<Long, Row> alert : alerts().entrySet()) {
            String life = told.getOrDefault(alert.getKey(), "");
            String of = alert.getValue() + ": " + life;
            assertThat(life.replace("came and went ", "new cleared ")).as(of).matches(LIFE);
            assertThat(life.split("new |came and went ", -1).length - 1)
                    .as(of)
                    .isBetween(1, alert.getValue().times());
            assertThat(life.matches(".*(cleared|came and went) "))
                    .as(of)
                    .isEqualTo(alert.getValue().resolved());
        }
        assertThat(told.keySet()).isSubsetOf(alerts().keySet());
    }

    /** What messages said of each alert, in their order. */
    private Map<Long, String> told() {
        return plant.lines("select data from outbox_message where rule is not null order by created_ms, id").stream()
                .map(MAPPER::readTree)
                .flatMap(JsonNode::valueStream)
                .collect(Collectors.groupingBy(
                        alert -> alert.get("alert").asLong(),
                        TreeMap::new,
                        Collectors.mapping(alert -> alert.get("state").asString() + " ", Collectors.joining())));
    }

    private Map<Long, Row> alerts() {
        return plant.warehouse()
                .read(session -> session
                        .query(
                                "select id, rule, cause, times, resolved_at is not null from alert order by id",
                                row -> new Row(
                                        row.getLong(1),
                                        row.getString(2) + " " + row.getString(3),
                                        row.getInt(4),
                                        row.getBoolean(5)))
                        .stream()
                        .collect(Collectors.toMap(Row::id, Function.identity(), (one, other) -> one, TreeMap::new)));
    }

    private List<String> file() {
        try {
            return Files.readAllLines(plant.home().directory().resolve("logs/alerts.jsonl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Row(long id, String cause, int times, boolean resolved) {}
}
