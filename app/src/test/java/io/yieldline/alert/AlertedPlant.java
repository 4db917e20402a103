package io.yieldline.alert;

import io.yieldline.feed.Feeds;
import io.yieldline.mart.MartRefresh;
import io.yieldline.mart.Marts;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Profile;
import io.yieldline.plant.ServerTasks;
import io.yieldline.warehouse.FeedTables;
import io.yieldline.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plant in New York with alerts, at nine o'clock on Monday, 2025-04-21, whose conditions, disk and clock a test sets. */
final class AlertedPlant implements AutoCloseable {
    final List<Condition> conditions = new ArrayList<>();
    final Map<String, String> environment = new HashMap<>();
    final Home home;
    Instant now = Instant.parse("2025-04-21T13:00:00Z");
    long freeBytes = 100_000_000_000L;
    Optional<Duration> backupAge = Optional.of(Duration.ofHours(1));
    private final Warehouse warehouse;
    final ServerTasks tasks = new ServerTasks();
    private Alerting alerting;

    /** With this section of the settings. */
    AlertedPlant(Warehouse warehouse, Path folder, String alerts) {
        this.warehouse = warehouse;
        this.home = new Home(folder.resolve("plant"));
        Plant plant = Plant.init(home, "Test", ZoneId.of("America/New_York"), Profile.PLANT);
        FeedTables.prepare(warehouse, Feeds.builtIn());
        new MartRefresh(warehouse, Marts.builtIn(), plant.rules(), () -> now).prepare();
        settings(alerts);
    }

    /** Changes the section of the settings and starts anew. */
    void settings(String alerts) {
        try {
            Files.writeString(
                    home.settingsFile(),
                    "plant: Test\nzone: America/New_York\n" + alerts,
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        restart();
    }

    /** Adds to the rules and starts anew. */
    void rules(String more) {
        try {
            Files.writeString(home.rulesFile(), more, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        restart();
    }

    /** As after a crash: nothing is kept but the database. */
    void restart() {
        if (alerting != null) {
            alerting.close();
        }
        AlertInputs around = new AlertInputs(
                        environment::get, () -> freeBytes, () -> backupAge.map(now::minus), tasks, List::of, List.of())
                .withRules(List.of(new AlertRule("made_up", (session, at) -> List.copyOf(conditions))));
        alerting = new Alerting(Plant.open(home), Feeds.builtIn(), warehouse, () -> now, around);
    }

    Alerting alerting() {
        return alerting;
    }

    Warehouse warehouse() {
        return warehouse;
    }

    /** One minute of a server. */
    List<Attempt> round() {
        alerting.evaluate();
        return alerting.deliver();
    }

    /** A round when so much more time has passed. */
    List<Attempt> roundAfter(Duration time) {
        pass(time);
        return round();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void change(String sql, Object... parameters) {
        warehouse.writeAll(session -> session.execute(sql, parameters));
    }

    long number(String sql) {
        return warehouse.read(session -> session.number(sql));
    }

    /** A run that began and ended now. */
    void run(String operation, String outcome, String error) {
        change(
                "insert into run (id, operation, parameters, caller, user_name, started_at, ended_at, outcome, error)"
                        + " values ((select coalesce(max(id), 0) + 1 from run), ?, '', 'cli', 'me', ?, ?, ?, ?)",
                operation,
                time(),
                time(),
                outcome,
                error);
    }

    /** An export that was refused now. */
    void park(long id, String name) {
        change(
                "insert into export (id, sha256, file_name, bytes, status, reason, row_count, new_count,"
                        + " duplicate_count, revised_count, rejected_count, cleaned_count, loaded_at, milliseconds)"
                        + " values (?, ?, ?, 1, 'parked', 'it is damaged', 0, 0, 0, 0, 0, 0, ?, 1)",
                id,
                "sha" + id,
                name,
                time());
    }

    LocalDateTime time() {
        return PlantTime.of(now, ZoneId.of("America/New_York"));
    }

    /** The messages in the file of the default channel. */
    List<JsonNode> messages() {
        return messages("logs/alerts.jsonl");
    }

    List<JsonNode> messages(String file) {
        try {
            Path path = home.directory().resolve(file);
            return Files.exists(path)
                    ? Files.readAllLines(path).stream()
                            .map(line -> new JsonMapper().readTree(line))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> subjects() {
        return messages().stream()
                .map(message -> message.get("subject").asString())
                .toList();
    }

    /** The open alerts, each as rule and cause. */
    List<String> open() {
        return warehouse.read(session ->
                session.texts("select rule || ' ' || cause from alert where resolved_at is null order by rule, cause"));
    }

    static Condition condition(String cause) {
        return condition(cause, Severity.WARNING);
    }

    static Condition condition(String cause, Severity severity) {
        return new Condition("made_up", cause, severity, cause + " broke", "quite badly", null);
    }

    @Override
    public void close() {
        alerting.close();
        warehouse.close();
    }
}
