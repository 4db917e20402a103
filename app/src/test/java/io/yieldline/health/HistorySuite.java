package io.yieldline.health;

import io.yieldline.feed.Feeds;
import io.yieldline.mart.Marts;
import io.yieldline.mart.PlantParts;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Profile;
import io.yieldline.warehouse.FeedTables;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Warehouse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests on the metrics of a plant whose past is written by hand. Today is Monday 21 April 2025, 8:00 in New York. */
abstract class HistorySuite {
    static final Instant NOW = Instant.parse("2025-04-21T12:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2025, 4, 21);

    @TempDir
    Path temp;

    Warehouse warehouse;
    PlantParts parts;

    abstract Warehouse warehouse();

    @BeforeEach
    void open() {
        warehouse = warehouse();
        Plant plant =
                Plant.init(new Home(temp.resolve("plant")), "plant", ZoneId.of("America/New_York"), Profile.PLANT);
        FeedTables.prepare(warehouse, Feeds.builtIn());
        parts = new PlantParts(plant, Marts.builtIn(), warehouse, InstantSource.fixed(NOW)).prepare();
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    MetricHistory history(int days, boolean weekly) {
        return MetricHistory.of(parts, days, weekly);
    }

    Table metric(String name, int days, boolean weekly) {
        return history(days, weekly).metric(name).values();
    }

    List<String> summary(int days, boolean weekly, String... columns) {
        return history(days, weekly)
                .summary()
                .named()
                .map(row -> row.values().get(0) + ": "
                        + List.of(columns).stream()
                                .map(column -> text(row.value(column)))
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    static List<String> lines(Table table) {
        List<String> lines = new ArrayList<>(List.of(String.join(",", table.columns())));
        table.rows()
                .forEach(row -> lines.add(row.stream().map(HistorySuite::text).collect(Collectors.joining(","))));
        return lines;
    }

    static String text(Object value) {
        return value == null ? "n/a" : value.toString();
    }

    static void beats(Uptime uptime, String from, int minutes) {
        for (int minute = 0; minute <= minutes; minute++) {
            uptime.beat(Instant.parse(from).plus(Duration.ofMinutes(minute)));
        }
    }

    void run(int id, String operation, String day, int seconds) {
        sql("insert into run (id, operation, parameters, caller, user_name, started_at, ended_at, outcome) values ("
                + id
                + ", '" + operation + "', '', 'cli', 'me', timestamp '" + day + " 07:00:00', timestamp '" + day
                + " 07:00:" + seconds + "', 'done')");
    }

    void check(int run, String name, String dimension, String severity, int failing, int total, String at) {
        sql(
                "insert into check_result (run_id, check_name, title, dimension, severity, outcome, failing, total, finding_count,"
                        + " finished_at) values (" + run + ", '" + name + "', 'Title', '" + dimension + "', '"
                        + severity
                        + "', '" + (failing == 0 ? "passed" : "failed") + "', " + failing + ", " + total
                        + ", 1, timestamp '" + at
                        + "')");
    }

    void slot(String job, String due, String state, int missed, int attempts, String started) {
        String begin = started == null ? "null" : "timestamp '" + started + "'";
        sql(
                "insert into slot (job, due_at, state, missed, attempts, interruptions, next_try_at, started_at, ended_at) values ('"
                        + job + "', timestamp '" + due + "', '" + state + "', " + missed + ", " + attempts
                        + ", 0, timestamp '2025-04-21 00:00:00', " + begin + ", " + begin + ")");
    }

    void space(LocalDate day, long home, long free) {
        sql("insert into home_size values (date '" + day + "', " + home + ", 1, " + free + ")");
    }

    void sql(String statement) {
        warehouse.writeAll(session -> session.execute(statement));
    }

    long number(String query) {
        return warehouse.read(session -> session.number(query));
    }
}
