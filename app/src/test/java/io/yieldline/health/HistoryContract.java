package io.yieldline.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.TinyExport;
import io.yieldline.UserError;
import io.yieldline.feed.Feeds;
import io.yieldline.ingest.SilentProgress;
import io.yieldline.mart.Marts;
import io.yieldline.mart.PlantParts;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Profile;
import io.yieldline.warehouse.FeedTables;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metrics by day and week of a plant whose past is written by hand. Today is Monday 21 April 2025, 8:00 in New York. */
abstract class HistoryContract {
    private static final Instant NOW = Instant.parse("2025-04-21T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2025, 4, 21);

    @TempDir
    Path temp;

    private Warehouse warehouse;
    private PlantParts parts;

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

    @Test
    void rows_areThoseOfExportsByPlantDayOfLoading_rejectedOnesAreTheErrorRate() {
        parts.ingest().load(List.of(TinyExport.write(temp)), null, 1L, new SilentProgress());
        sql("update export set rejected_count = 1");

        assertThat(lines(metric("rows", 3, false)))
                .containsExactly(
                        "day,feed,exports,rows,added,duplicate,revised,outdated,rejected,error_percent",
                        "2025-04-21,workstation,1,5,5,0,0,0,1,20.00");
        assertThat(summary(3, false, "exports", "rows", "rejected", "error_percent"))
                .containsExactly("2025-04-19: 0 0 0 n/a", "2025-04-20: 0 0 0 n/a", "2025-04-21: 1 5 1 20.00");
        assertThat(summary(3, true, "exports", "error_percent"))
                .containsExactly("2025-W16: 0 n/a", "2025-W17: 1 20.00");
    }

    @Test
    void steps_areRunsTheirStepsAndMartRefreshes_withATrendFromFiveDaysOn() {
        for (int day = 1; day <= 5; day++) {
            run(day, "daily", LocalDate.of(2025, 4, 15).plusDays(day).toString(), 10 + day);
        }
        sql("insert into run_step (run_id, step_number, step, started_at, milliseconds, outcome) values"
                + " (5, 1, 'load', timestamp '2025-04-20 07:00:00', 9000, 'done'),"
                + " (5, 2, 'check', timestamp '2025-04-20 07:00:09', 6000, 'failed'),"
                + " (5, 3, 'report', timestamp '2025-04-20 07:00:15', 0, 'skipped'),"
                + " (5, 4, 'killed', timestamp '2025-04-20 07:00:15', null, 'running')");
        sql("insert into mart_refresh values ('packing_daily', timestamp '2025-04-21 03:59:59', 1500, 1, 1),"
                + " ('packing_daily', timestamp '2025-04-21 04:00:00', 500, 1, 1)");

        assertThat(lines(metric("steps", 2, false)))
                .containsExactly(
                        "day,step,times,mean_seconds",
                        "2025-04-20,daily,1,15.000",
                        "2025-04-20,daily: check,1,6.000",
                        "2025-04-20,daily: load,1,9.000",
                        "2025-04-20,mart packing_daily,1,1.500",
                        "2025-04-21,mart packing_daily,1,0.500");
        assertThat(lines(history(7, false).trends()))
                .containsExactly(
                        "step,times,mean_seconds,longest_seconds,percent_a_week",
                        "daily,5,13.000,15.000,53.8",
                        "daily: check,1,6.000,6.000,n/a",
                        "daily: load,1,9.000,9.000,n/a",
                        "mart packing_daily,2,1.000,1.500,n/a");
        assertThat(summary(2, false, "runs", "run_seconds"))
                .containsExactly("2025-04-20: 1 15.000", "2025-04-21: 0 0.000");
    }

    @Test
    void qualityScore_isTheOneOfTheLatestResultsAtTheEndOfThePeriod() {
        check(1, "duplicates", "uniqueness", "error", 5, 10, "2025-04-15 08:00:00");
        check(2, "blanks", "completeness", "warn", 0, 10, "2025-04-20 08:00:00");
        check(2, "duplicates", "uniqueness", "error", 1, 10, "2025-04-20 08:00:00");
        check(3, "blanks", "completeness", "warn", 10, 10, "2025-04-20 08:30:00");
        sql("update check_result set first_day = date '2025-04-10', last_day = date '2025-04-10' where run_id = 3");
        check(4, "gone", "validity", "error", 10, 10, "2025-04-20 09:00:00");

        assertThat(lines(metric("quality", 3, false)))
                .containsExactly(
                        "day,quality_score,completeness,uniqueness,validity,consistency,timeliness,checks,of_checks",
                        "2025-04-19,50.00,n/a,50.00,n/a,n/a,n/a,1,30",
                        "2025-04-20,95.00,99.99,90.00,n/a,n/a,n/a,2,30",
                        "2025-04-21,95.00,99.99,90.00,n/a,n/a,n/a,2,30");
        assertThat(summary(14, true, "quality_score"))
                .containsExactly("2025-W15: n/a", "2025-W16: 95.00", "2025-W17: 95.00");
    }

    @Test
    void samples_replaceThoseOfTheSameDay_andOldOnesGo() {
        sql(
                "insert into table_size values (date '2025-04-20', 'workstation_master_log', 3),"
                        + " (date '2024-03-16', 'workstation_master_log', 1), (date '2024-03-17', 'workstation_master_log', 2)");
        sql("insert into home_size values (date '2024-03-16', 1, 1, 1)");
        sql("insert into server_time values (timestamp '2024-03-01 00:00:00', timestamp '2024-03-02 00:00:00')");
        new Samples(parts).take();
        parts.ingest().load(List.of(TinyExport.write(temp)), null, 1L, new SilentProgress());
        new Samples(parts).take();

        assertThat(lines(metric("tables", 2, false)))
                .contains("2025-04-20,workstation_master_log,3,n/a", "2025-04-21,workstation_master_log,5,2");
        assertThat(summary(2, false, "records")).containsExactly("2025-04-20: 3", "2025-04-21: 5");
        assertThat(number("select count(*) from table_size where day < date '2025-01-01'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from home_size")).isEqualTo(1);
        assertThat(number("select count(*) from server_time")).isZero();
        assertThat(number("select home_bytes from home_size")).isPositive();
        assertThat(number("select free_bytes from home_size")).isPositive();
    }

    /** As the pieces of the store, which every version of the lake shows again. */
    @Test
    void fileWithSeveralNames_takesItsSpaceOnce() throws IOException {
        Path home = parts.plant().home().directory();
        new Samples(parts).take();
        long before = number("select home_bytes from home_size");
        Path file = Files.write(home.resolve("file"), new byte[8_000_000]);
        Files.createLink(home.resolve("same"), file);
        Files.createLink(home.resolve("again"), file);
        new Samples(parts).take();

        assertThat(number("select home_bytes from home_size") - before).isBetween(8_000_000L, 15_000_000L);
    }

    @Test
    void schedule_tellsInTimeFromLateFailedAndGivenUp_aFollowerIsDueWhenItsPredecessorEnds() {
        slot("backup", "2025-04-19 05:00:00", "done", 0, 1, "2025-04-19 09:00:30");
        slot("backup", "2025-04-20 05:00:00", "done", 2, 1, "2025-04-20 12:00:00");
        slot("daily", "2025-04-20 07:00:00", "done", 0, 2, "2025-04-20 11:01:00");
        slot("daily", "2025-04-19 07:00:00", "done", 0, 1, "2025-04-19 11:04:00");
        slot("check", "2025-04-19 07:00:00", "done", 0, 1, "2025-04-19 11:08:00");
        slot("check", "2025-04-20 07:00:00", "done", 0, 1, "2025-04-20 11:01:10");
        slot("other", "2025-04-20 07:00:00", "failed", 0, 3, "2025-04-20 11:00:00");
        slot("other", "2025-04-21 07:00:00", "missed", 0, 0, null);
        slot("daily", "2025-04-21 07:00:00", "waiting", 0, 1, "2025-04-21 11:00:00");

        assertThat(lines(metric("schedule", 3, false)))
                .containsExactly(
                        "day,job,due,in_time,late,failed,given_up,completed_percent",
                        "2025-04-19,backup,1,1,0,0,0,100.00",
                        "2025-04-19,check,1,1,0,0,0,100.00",
                        "2025-04-19,daily,1,1,0,0,0,100.00",
                        "2025-04-20,backup,3,0,1,0,2,33.33",
                        "2025-04-20,check,1,0,1,0,0,100.00",
                        "2025-04-20,daily,1,0,1,0,0,100.00",
                        "2025-04-20,other,1,0,0,1,0,0.00",
                        "2025-04-21,daily,0,0,0,0,0,n/a",
                        "2025-04-21,other,1,0,0,0,1,0.00");
        assertThat(summary(3, true, "due", "completed_percent"))
                .containsExactly("2025-W16: 9 66.67", "2025-W17: 1 0.00");
    }

    @Test
    void uptime_isThePartOfThePeriodDuringWhichTheServerRan() {
        Uptime first = new Uptime(warehouse);
        beats(first, "2025-04-19T16:00:00Z", 60);
        beats(first, "2025-04-19T20:00:00Z", 60);
        Uptime second = new Uptime(warehouse);
        beats(second, "2025-04-21T04:00:00Z", 240);

        assertThat(lines(metric("uptime", 4, false)))
                .containsExactly(
                        "day,hours_up,hours,starts,uptime_percent",
                        "2025-04-18,n/a,n/a,0,n/a",
                        "2025-04-19,2.00,12.00,2,16.67",
                        "2025-04-20,0.00,24.00,0,0.00",
                        "2025-04-21,4.00,8.00,1,50.00");
        assertThat(summary(4, true, "uptime_percent")).containsExactly("2025-W16: 5.56", "2025-W17: 50.00");
    }

    @Test
    void responses_areMedianAndP95ByRoute_andWrittenInParts() {
        ResponseTimes times = new ResponseTimes(warehouse);
        for (int i = 1; i <= 90; i++) {
            times.took(TODAY, "GET /status", 10_000_000L);
        }
        times.write();
        times.write();
        for (int i = 1; i <= 10; i++) {
            times.took(TODAY, "GET /status", 400_000_001L);
        }
        times.took(TODAY.minusDays(1), "GET /feeds", 500_000L);
        times.took(TODAY.minusDays(1), "GET /feeds", 5_000_000_000_000L);
        times.write();

        assertThat(lines(metric("responses", 2, false)))
                .containsExactly(
                        "day,route,requests,median_ms,p95_ms",
                        "2025-04-20,GET /feeds,2,1,60000",
                        "2025-04-21,GET /status,100,9,500");
        assertThat(summary(3, false, "requests", "median_ms", "p95_ms"))
                .containsExactly("2025-04-19: 0 n/a n/a", "2025-04-20: 2 1 60000", "2025-04-21: 100 9 500");
    }

    @Test
    void responseTimesThatCannotBeWritten_areWrittenLater() {
        ResponseTimes times = new ResponseTimes(warehouse);
        times.took(TODAY, "GET /status", 1);
        sql("alter table response_time rename to away");
        assertThatThrownBy(times::write).isInstanceOf(RuntimeException.class);
        sql("alter table away rename to response_time");
        times.took(TODAY, "GET /status", 1);
        times.write();

        assertThat(summary(1, false, "requests")).containsExactly("2025-04-21: 2");
    }

    @Test
    void disk_isForecastFromAWeekOn_andAPurgeDoesNotMoveIt() {
        for (int day = 0; day < 6; day++) {
            space(TODAY.minusDays(12 - day), 1_000_000_000L + day * 10_000_000L, 1_000_000_000L - day * 20_000_000L);
        }
        assertThat(history(1, false).disk().words())
                .isEqualTo("When the disk is full is not known yet: there are samples of 6 days; 7 are needed.");

        for (int day = 6; day <= 12; day++) {
            space(TODAY.minusDays(12 - day), 1_000_000_000L + day * 10_000_000L, 1_000_000_000L - day * 20_000_000L);
        }
        sql("update home_size set free_bytes = free_bytes + 500000000 where day = date '2025-04-15'");
        assertThat(history(1, false).disk())
                .isEqualTo(new DiskForecast(13, 10_000_000L, -20_000_000L, LocalDate.of(2025, 5, 29)));
        assertThat(history(1, false).disk().words())
                .isEqualTo(
                        "The home grows by 10.0 MB a day, the free space changes by -20.0 MB a day; the disk is full on"
                                + " 2025-05-29.");

        sql("update home_size set free_bytes = 1000000000");
        assertThat(history(1, false).disk().words())
                .isEqualTo(
                        "The home grows by 10.0 MB a day, the free space changes by +0.0 MB a day; the disk lasts longer"
                                + " than ten years.");
    }

    @Test
    void unknownMetric_isRefusedWithAllNames() {
        assertThatThrownBy(() -> history(1, false).metric("speed"))
                .isInstanceOf(UserError.class)
                .hasMessage("unknown metric \"speed\"; valid values: rows, steps, quality, tables, schedule, uptime,"
                        + " responses, space");
    }

    @Test
    void aScrapeHasTheSameNumbers() {
        check(2, "duplicates", "uniqueness", "error", 1, 10, "2025-04-20 08:00:00");
        slot("backup", "2025-04-20 05:00:00", "done", 2, 1, "2025-04-20 12:00:00");
        beats(new Uptime(warehouse), "2025-04-21T06:00:00Z", 180);
        ResponseTimes times = new ResponseTimes(warehouse);
        times.took(TODAY, "GET /status", 10_000_000L);
        times.write();
        run(1, "daily", "2025-04-20", 12);
        for (int day = 0; day < 7; day++) {
            space(TODAY.minusDays(6 - day), 1_000_000_000L, 1_000_000_000L - day * 20_000_000L);
        }

        assertThat(new Metrics(() -> parts, HealthInputs.alone()).scrape())
                .contains(
                        "\nyieldline_quality_score 90.0\n",
                        "\nyieldline_scheduled{job=\"backup\",result=\"late\"} 1.0\n",
                        "\nyieldline_scheduled{job=\"backup\",result=\"given_up\"} 2.0\n",
                        "\nyieldline_uptime_ratio 0.5\n",
                        "\nyieldline_response_seconds{quantile=\"0.5\",route=\"GET /status\"} 0.01\n",
                        "\nyieldline_step_seconds{step=\"daily\"} 12.0\n",
                        "\nyieldline_home_bytes 1.0E9\n",
                        "\nyieldline_disk_full_timestamp_seconds 1.7490096E9\n",
                        "\nyieldline_unreadable_metrics_total 0.0\n");
    }

    private MetricHistory history(int days, boolean weekly) {
        return MetricHistory.of(parts, days, weekly);
    }

    private Table metric(String name, int days, boolean weekly) {
        return history(days, weekly).metric(name).values();
    }

    private List<String> summary(int days, boolean weekly, String... columns) {
        return history(days, weekly)
                .summary()
                .named()
                .map(row -> row.values().get(0) + ": "
                        + List.of(columns).stream()
                                .map(column -> text(row.value(column)))
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    private static List<String> lines(Table table) {
        List<String> lines = new ArrayList<>(List.of(String.join(",", table.columns())));
        table.rows()
                .forEach(
                        row -> lines.add(row.stream().map(HistoryContract::text).collect(Collectors.joining(","))));
        return lines;
    }

    private static String text(Object value) {
        return value == null ? "n/a" : value.toString();
    }

    private static void beats(Uptime uptime, String from, int minutes) {
        for (int minute = 0; minute <= minutes; minute++) {
            uptime.beat(Instant.parse(from).plus(Duration.ofMinutes(minute)));
        }
    }

    private void run(int id, String operation, String day, int seconds) {
        sql("insert into run (id, operation, parameters, caller, user_name, started_at, ended_at, outcome) values ("
                + id
                + ", '" + operation + "', '', 'cli', 'me', timestamp '" + day + " 07:00:00', timestamp '" + day
                + " 07:00:" + seconds + "', 'done')");
    }

    private void check(int run, String name, String dimension, String severity, int failing, int total, String at) {
        sql(
                "insert into check_result (run_id, check_name, title, dimension, severity, outcome, failing, total, finding_count,"
                        + " finished_at) values (" + run + ", '" + name + "', 'Title', '" + dimension + "', '"
                        + severity
                        + "', '" + (failing == 0 ? "passed" : "failed") + "', " + failing + ", " + total
                        + ", 1, timestamp '" + at
                        + "')");
    }

    private void slot(String job, String due, String state, int missed, int attempts, String started) {
        String begin = started == null ? "null" : "timestamp '" + started + "'";
        sql(
                "insert into slot (job, due_at, state, missed, attempts, interruptions, next_try_at, started_at, ended_at) values ('"
                        + job + "', timestamp '" + due + "', '" + state + "', " + missed + ", " + attempts
                        + ", 0, timestamp '2025-04-21 00:00:00', " + begin + ", " + begin + ")");
    }

    private void space(LocalDate day, long home, long free) {
        sql("insert into home_size values (date '" + day + "', " + home + ", 1, " + free + ")");
    }

    private void sql(String statement) {
        warehouse.writeAll(session -> session.execute(statement));
    }

    private long number(String query) {
        return warehouse.read(session -> session.number(query));
    }
}
