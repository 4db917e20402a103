package io.yieldline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.ChildJvm;
import io.yieldline.warehouse.DuckDbLimits;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No message is lost and none is two, however often the program dies. */
@Tag("processes")
class RandomDayTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Duration WINDOW = Duration.ofMinutes(15);

    @TempDir
    Path temp;

    /** A channel that works, refuses, or takes the message and dies before it can say so. */
    private static final class Moody implements Channel {
        private final Random random;
        private final List<Message> received = new ArrayList<>();
        private Runnable death = () -> {};
        private boolean well;

        Moody(Random random) {
            this.random = random;
        }

        @Override
        public String name() {
            return "moody";
        }

        @Override
        public String target() {
            return "nowhere";
        }

        @Override
        public Severity least() {
            return Severity.WARNING;
        }

        @Override
        public synchronized void send(Message message) throws DeliveryException {
            int mood = well ? 0 : random.nextInt(4);
            if (mood == 1) {
                throw new DeliveryException("not today");
            }
            received.add(message);
            if (mood == 2) {
                death.run();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aDayWithRestarts_losesAndDoublesNothing(long seed) {
        Random random = new Random(seed);
        Moody channel = new Moody(random);
        AlertSettings settings = new AlertSettings(
                WINDOW, Duration.ofHours(24), Optional.empty(), null, 1000, List.of(channel), Optional.empty());
        Set<String> broken = new TreeSet<>();
        try (AlertedPlant plant = new AlertedPlant(Warehouses.openInMemory(), temp, "")) {
            Outbox outbox = new Outbox(ZONE, new Backoff(settings.attempts()));
            AlertBook book = new AlertBook("Test", ZONE, settings, outbox, "yieldline");
            for (int step = 0; step < 288; step++) {
                String part = "part " + random.nextInt(6);
                if (random.nextInt(3) == 0 && !broken.remove(part)) {
                    broken.add(part);
                }
                minutes(plant, book, broken);
                deliver(plant, outbox, channel);
            }
            channel.well = true;
            for (int step = 0; step < 40; step++) {
                minutes(plant, book, broken);
                deliver(plant, outbox, channel);
            }
            assertEverythingArrived(plant, channel);
            assertThat(plant.open())
                    .containsExactlyElementsOf(
                            broken.stream().map(part -> "made_up " + part).toList());
        }
    }

    private static void minutes(AlertedPlant plant, AlertBook book, Set<String> broken) {
        plant.pass(Duration.ofMinutes(5));
        List<Condition> conditions =
                broken.stream().map(AlertedPlant::condition).toList();
        plant.warehouse().write(session -> book.update(session, conditions, Set.of(), plant.now));
    }

    private static void deliver(AlertedPlant plant, Outbox outbox, Moody channel) {
        try (Courier courier =
                new Courier(List.of(channel), outbox, plant.warehouse(), () -> plant.now, Duration.ofSeconds(30))) {
            channel.death = courier::close;
            courier.deliver();
        } catch (IllegalStateException e) {
            // It died; the next one finds what it left.
        }
    }

    private static void assertEverythingArrived(AlertedPlant plant, Moody channel) {
        TreeMap<String, List<Message>> received = channel.received.stream()
                .collect(Collectors.groupingBy(Message::id, TreeMap::new, Collectors.toList()));
        List<String> written =
                plant.warehouse().read(session -> session.texts("select id from outbox_message order by id"));
        assertThat(received.keySet()).containsExactlyElementsOf(written);
        assertThat(received.values())
                .allMatch(copies -> copies.stream().distinct().count() == 1);
        assertThat(channel.received.size()).isGreaterThan(received.size());
        assertThat(plant.number("select count(*) from outbox_delivery where state <> 'sent'"))
                .isZero();
        assertThat(plant.number("select count(*) from alert where (resolved_at is null) <> (told = 'open')"
                        + " or told = 'nothing'"))
                .isZero();
        List<Long> moments = plant.warehouse()
                .read(session -> session.query(
                        "select created_ms from outbox_message order by created_ms", row -> row.getLong(1)));
        for (int i = 1; i < moments.size(); i++) {
            assertThat(moments.get(i) - moments.get(i - 1)).isGreaterThanOrEqualTo(WINDOW.toMillis());
        }
    }

    @Test
    void killedBetweenSendingAndNoting_sendsTheSameAgain() throws Exception {
        Path file = temp.resolve("warehouse.duckdb");
        Process child = ChildJvm.start(Killed.class, temp, file.toString(), temp.toString());
        assertThat(ChildJvm.output(child)).isEmpty();
        assertThat(child.waitFor()).isEqualTo(9);
        Path sent = temp.resolve("sent.jsonl");
        assertThat(Files.readAllLines(sent)).hasSize(1);

        Outbox outbox = new Outbox(ZONE, new Backoff(3));
        try (Warehouse warehouse = Warehouses.openDuckDb(file, DuckDbLimits.DEFAULT);
                Courier courier = new Courier(
                        List.of(new FileChannel("file", Severity.WARNING, sent)),
                        outbox,
                        warehouse,
                        () -> Killed.NOW,
                        Duration.ofSeconds(30))) {
            assertThat(courier.deliver()).hasSize(1).allMatch(Attempt::arrived);
            assertThat(courier.deliver()).isEmpty();
        }
        List<String> lines = Files.readAllLines(sent);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).isEqualTo(lines.get(0));
    }

    /** Writes a message, sends it, and dies before it is noted. */
    static final class Killed {
        static final java.time.Instant NOW = java.time.Instant.parse("2025-04-21T13:00:00Z");

        public static void main(String[] arguments) {
            Warehouse warehouse = Warehouses.openDuckDb(Path.of(arguments[0]), DuckDbLimits.DEFAULT);
            Outbox outbox = new Outbox(ZONE, new Backoff(3));
            FileChannel file = new FileChannel(
                    "file", Severity.WARNING, Path.of(arguments[1]).resolve("sent.jsonl"));
            warehouse.writeAll(session ->
                    outbox.enqueue(session, Message.report("a", "b", null, List.of(), NOW), List.of("file")));
            Channel deadly = new Deadly(file);
            new Courier(List.of(deadly), outbox, warehouse, () -> NOW, Duration.ofSeconds(30)).deliver();
        }
    }

    /** Sends and dies. */
    record Deadly(FileChannel file) implements Channel {
        @Override
        public String name() {
            return file.name();
        }

        @Override
        public String target() {
            return file.target();
        }

        @Override
        public Severity least() {
            return file.least();
        }

        @Override
        public void send(Message message) throws DeliveryException {
            file.send(message);
            Runtime.getRuntime().halt(9);
        }
    }
}
