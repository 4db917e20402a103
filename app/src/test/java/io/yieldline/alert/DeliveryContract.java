package io.yieldline.alert;

import static io.yieldline.alert.AlertedPlant.condition;
import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.warehouse.Warehouse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A message arrives at least once or is visibly given up, whatever a channel does, on every engine. */
abstract class DeliveryContract {
    @TempDir
    Path temp;

    private final WebSink sink = new WebSink();
    private AlertedPlant plant;

    /** A new, empty warehouse. */
    abstract Warehouse warehouse();

    @BeforeEach
    void open() {
        plant = new AlertedPlant(warehouse(), temp, """
                alerts:
                  attempts: 3
                  channels:
                    - {name: file, type: file}
                    - {name: hook, type: webhook, url: "%s", allow: [127.0.0.1]}
                """.formatted(sink.address()));
    }

    @AfterEach
    void close() {
        plant.close();
        sink.close();
    }

    @Test
    void aMessage_isTheSameOnEveryChannel() {
        plant.conditions.add(condition("pump"));
        assertThat(plant.round()).hasSize(2).allMatch(Attempt::arrived);
        assertThat(plant.round()).isEmpty();
        assertThat(sink.posts).hasSize(1);
        assertThat(sink.posts.get(0).message())
                .isEqualTo(plant.messages().get(0).get("id").asString());
    }

    @Test
    void whatFailed_isTriedAgainLaterEachTime() {
        sink.answer = WebSink.status(500);
        plant.conditions.add(condition("pump"));
        assertThat(plant.round())
                .filteredOn(attempt -> !attempt.arrived())
                .extracting(Attempt::channel, Attempt::error, Attempt::givenUp)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("hook", "127.0.0.1 answered 500", false));
        plant.pass(Duration.ofSeconds(59));
        assertThat(plant.round()).isEmpty();
        plant.pass(Duration.ofSeconds(13));
        assertThat(plant.round()).hasSize(1);
        plant.pass(Duration.ofSeconds(119));
        assertThat(plant.round()).isEmpty();
        sink.answer = WebSink.status(204);
        plant.pass(Duration.ofSeconds(25));
        assertThat(plant.round()).hasSize(1).allMatch(Attempt::arrived);
        assertThat(sink.posts).hasSize(3);
        assertThat(sink.posts.stream().map(WebSink.Post::message).distinct()).hasSize(1);
        assertThat(plant.messages()).hasSize(1);
    }

    @Test
    void whatIsGivenUp_isToldOnTheOtherChannels_andClearedByTheNextThatArrives() {
        sink.answer = WebSink.status(500);
        plant.conditions.add(condition("pump"));
        for (int i = 0; i < 4; i++) {
            plant.round();
            plant.pass(Duration.ofMinutes(5));
        }
        assertThat(sink.posts).hasSize(3);
        assertThat(plant.open()).containsExactly("channel_failed hook", "made_up pump");
        assertThat(plant.subjects()).containsExactly("[Test] pump broke", "[Test] channel hook does not work");
        assertThat(plant.messages().get(1).get("text").asString())
                .contains(
                        "1 message given up; 127.0.0.1 answered 500\n  next: yieldline --home ",
                        "/plant alerts test hook\n")
                .doesNotContain("T0KEN");
        assertThat(plant.alerting().channels().get(1))
                .isEqualTo(new Alerting.ChannelStanding(
                        "hook", "webhook at 127.0.0.1", 0, 0, 1, "127.0.0.1 answered 500"));

        sink.answer = WebSink.status(200);
        assertThat(plant.alerting().retryFailed()).isOne();
        plant.roundAfter(Duration.ofMinutes(1));
        plant.roundAfter(Duration.ofMinutes(15));
        assertThat(plant.open()).containsExactly("made_up pump");
        assertThat(sink.posts).hasSize(4);
    }

    @Test
    void aChannelThatHangs_keepsOnlyItsOwnWaiting() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        sink.answer = exchange -> end.await();
        plant.conditions.add(condition("pump"));
        plant.alerting().evaluate();
        CompletableFuture<List<Attempt>> delivery = CompletableFuture.supplyAsync(plant.alerting()::deliver);
        while (plant.messages().isEmpty()) {
            Thread.sleep(10);
        }
        // Neither the evaluation nor a second delivery has to wait for the first.
        plant.conditions.add(condition("valve"));
        plant.pass(Duration.ofHours(1));
        plant.alerting().evaluate();
        List<Attempt> second = plant.alerting().deliver();
        // The first wrote into the file, but may not have left it yet.
        for (int i = 0; second.isEmpty() && i < 500; i++) {
            Thread.sleep(10);
            second = plant.alerting().deliver();
        }
        assertThat(second).hasSize(1);
        assertThat(plant.messages()).hasSize(2);
        // It may have seen the second message before it came to the channel that hangs.
        assertThat(delivery.join()).hasSizeBetween(2, 3);
        end.countDown();
        sink.answer = WebSink.status(200);
        plant.roundAfter(Duration.ofHours(1));
        assertThat(sink.posts.stream().map(WebSink.Post::message).distinct()).hasSize(2);
    }

    @Test
    void aChannelThatIsNoMore_isGivenUp() {
        sink.answer = WebSink.status(500);
        plant.conditions.add(condition("pump"));
        plant.round();
        plant.settings("");
        plant.round();
        assertThat(plant.number("select count(*) from outbox_delivery where state = 'failed'"))
                .isOne();
        assertThat(plant.open()).containsExactly("made_up pump");
    }

    @Test
    void noSecret_isKept() {
        sink.answer = WebSink.status(500);
        plant.conditions.add(condition("pump"));
        plant.round();
        assertThat(plant.alerting().test(java.util.Optional.empty()).toString()).doesNotContain("T0KEN");
        for (String table : List.of("alert", "outbox_message", "outbox_delivery", "outbox_attachment")) {
            assertThat(plant.warehouse()
                            .read(session -> session.table("select * from " + table))
                            .toString())
                    .doesNotContain("T0KEN");
        }
        assertThat(new JsonMapper().writeValueAsString(plant.messages())).doesNotContain("T0KEN");
    }
}
