package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.api.auth.Role;
import io.yieldline.query.Attack;
import io.yieldline.query.SmallLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Statements that should change, read or stop something, sent to a server by somebody who may query. */
@Tag("engines")
abstract class AttackContract extends ServedContract {
    private static final int STEP = Integer.getInteger("yieldline.attack-step", 24);
    private static final String CANARY = "CANARY-4711";
    private static final String COUNT = "{\"sql\":\"select count(*) as n from unit_runs\"}";

    private SmallLake lake;
    private Path secret;
    private List<String> sights;

    AttackContract() {
        super(Role.ANALYST);
    }

    @BeforeEach
    void writeLake() throws IOException {
        lake = SmallLake.in(plant.home().directory());
        secret = Files.writeString(plant.home().directory().resolve("secret.txt"), CANARY);
        sights = List.of(CANARY, "root:x:", "PATH=", plant.home().directory().toString());
    }

    /** Each has a process of its own, so that a usual run takes one in 24, other ones on each engine. */
    @Test
    void writtenAttacks_changeNothing_readNothing_stopNothing() throws IOException {
        survives(someOf(Attack.written(), STEP));
    }

    @Test
    void nestedTexts_changeNothing_readNothing_stopNothing() throws IOException {
        survives(someOf(Attack.nested(), Math.max(1, STEP / 6)));
    }

    @Test
    void aQueryWhoseClientHasLeft_isStopped() throws Exception {
        try (RawRequest closed = runaway(60)) {
            closed.send("");
        }
        assertThat(outcome()).isEqualTo("the query was cancelled");
        try (RawRequest halfClosed = runaway(60).breakOff()) {
            assertThat(halfClosed.answer()).contains("the query was cancelled");
        }
        try (RawRequest hasty = runaway(3).send("GET ")) {
            assertThat(hasty.answer()).contains("the query was stopped after 3 s");
        }
    }

    private RawRequest runaway(int seconds) throws IOException {
        String body =
                "{\"sql\":\"select count(*) from range(100000000000) a, range(100000) b\",\"timeout\":" + seconds + "}";
        return RawRequest.to(plant)
                .send(RawRequest.head(
                                "POST /api/v1/query",
                                asker,
                                "X-Requested-With: test",
                                "Content-Type: application/json",
                                "Content-Length: " + body.length())
                        + body);
    }

    /** What became of the first query, once it has ended. */
    private String outcome() throws InterruptedException {
        JsonNode asked = json("/query/history").path("rows");
        while (asked.isEmpty()) {
            Thread.sleep(200);
            asked = json("/query/history").path("rows");
        }
        return asked.path(0).path("error").asString();
    }

    private List<Attack> someOf(List<Attack> all, int step) {
        return IntStream.iterate(plant.warehouse().engine().ordinal() % step, i -> i < all.size(), i -> i + step)
                .mapToObj(all::get)
                .toList();
    }

    private void survives(List<Attack> attacks) throws IOException {
        Map<String, String> files = lake.hashes();
        String before = plantState();

        CompletableFuture<Void> odd = CompletableFuture.runAsync(() -> half(attacks, 1, plant.as(Role.OPERATOR)));
        half(attacks, 0, asker);
        odd.join();

        assertThat(lake.hashes()).isEqualTo(files);
        assertThat(plantState()).isEqualTo(before);
        assertThat(plant.audit().flaw()).isEmpty();
        assertThat(plant.audit().count()).isGreaterThanOrEqualTo(attacks.size());
        assertThat(plant.get("/status", asker).status()).isEqualTo(200);
        assertThat(plant.post("/query", COUNT, asker).json().path("rows").toString())
                .isEqualTo("[{\"n\":2000}]");
    }

    /** A user has one query at a time, and two users at the same time are twice as fast. */
    private void half(List<Attack> attacks, int first, String[] user) {
        for (int i = first; i < attacks.size(); i += 2) {
            attack(attacks.get(i), user);
        }
    }

    private void attack(Attack attack, String[] user) {
        String sql = attack.sql()
                .replace("@secret@", secret.toString())
                .replace("@home@", plant.home().directory().toString())
                .replace("@lake@", lake.folder().toString())
                .replace("@out@", temp.resolve("out").toString());
        Reply reply = plant.post(
                "/query", JsonMapper.shared().writeValueAsString(Map.of("sql", sql, "timeout", 2, "limit", 100)), user);
        assertThat(reply.status())
                .as(sql + ": " + reply)
                .isIn(attack.refused() ? List.of(400, 422) : List.of(200, 400, 422));
        sights.stream()
                .filter(sight -> !sql.contains(sight))
                .forEach(sight -> assertThat(reply.text()).as(sql).doesNotContain(sight));
        assertThat(reply.text()).as(sql).doesNotContain(CANARY).doesNotContain("Exception");
    }

    /** What somebody could have changed: the rows of the plant, the names of its files, and what is beside it. */
    private String plantState() throws IOException {
        try (Stream<Path> files = Files.walk(temp)) {
            List<String> names = files.map(Path::toString)
                    .filter(name -> !name.contains("/logs") && !name.contains(".wal"))
                    .sorted()
                    .toList();
            long rows =
                    plant.warehouse().read(session -> session.number("select count(*) from workstation_master_log"));
            return rows + " rows, " + Files.readString(secret) + ", " + names;
        }
    }
}
