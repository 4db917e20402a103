package io.yieldline.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.feed.Feeds;
import io.yieldline.ingest.SilentProgress;
import io.yieldline.mart.Marts;
import io.yieldline.mart.PlantParts;
import io.yieldline.mart.Scope;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Profile;
import io.yieldline.plant.ServerTasks;
import io.yieldline.warehouse.FeedTables;
import io.yieldline.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scrape says of the tiny export, and that dashboard and rules ask for nothing else. */
abstract class MetricsContract {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-04-21T12:00:00Z"));
    private static final Path OPS = Path.of("..", "ops");

    @TempDir
    Path temp;

    private Warehouse warehouse;
    private Plant plant;
    private PlantParts parts;

    abstract Warehouse warehouse();

    @BeforeEach
    void load() {
        warehouse = warehouse();
        plant = Plant.init(new Home(temp.resolve("plant")), "plant", ZoneId.of("America/New_York"), Profile.PLANT);
        FeedTables.prepare(warehouse, Feeds.builtIn());
        Path parked = temp.resolve("parked.csv");
        TinyExport.write(parked, TinyExport.row("1", "FI", "never", "Pass"));
        parts = new PlantParts(plant, Marts.builtIn(), warehouse, CLOCK);
        parts.ingest().load(List.of(TinyExport.write(temp), parked), null, 1L, new SilentProgress());
        parts.refresh().refresh(new Scope.Recent(), List.of(), (mart, number, count) -> {});
        warehouse.writeAll(
                session -> session.execute(
                        "insert into run (id, operation, parameters, caller, user_name, started_at, ended_at, outcome) values"
                                + " (1, 'ingest', '', 'cli', 'me', timestamp '2025-04-20 07:00:00', timestamp '2025-04-20 07:01:00', 'partly'),"
                                + " (2, 'aggregate', '', 'cli', 'me', timestamp '2025-04-21 07:00:00', timestamp '2025-04-21 07:01:00', 'done')"));
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void factsComeFromTheTables() {
        assertThat(scrape())
                .contains(
                        "# TYPE yieldline_exports_loaded_total counter\n",
                        "\nyieldline_exports_loaded_total{feed=\"workstation\",outcome=\"loaded\"} 1.0\n",
                        "\nyieldline_exports_loaded_total{feed=\"workstation\",outcome=\"parked\"} 1.0\n",
                        "\nyieldline_rows_total{feed=\"workstation\",outcome=\"new\"} 5.0\n",
                        "\nyieldline_rows_total{feed=\"workstation\",outcome=\"rejected\"} 0.0\n",
                        "\nyieldline_records{feed=\"snfn\"} 0.0\n",
                        "\nyieldline_records{feed=\"workstation\"} 5.0\n",
                        "\nyieldline_runs_total{operation=\"ingest\",outcome=\"partly\"} 1.0\n",
                        "\nyieldline_mart_refreshes_total{mart=\"packing_daily\"} 1.0\n",
                        "\nyieldline_mart_stale_partitions{mart=\"packing_daily\"} 0.0\n",
                        "\nyieldline_table_rows{table=\"workstation_master_log\"} 5.0\n",
                        "\nyieldline_ready 1.0\n",
                        "\nyieldline_up 1.0\n",
                        "\nyieldline_unreadable_metrics_total 0.0\n",
                        "\nyieldline_build_info{engine=\"" + warehouse.engine().label()
                                + "\",version=\"(not packaged)\"} 1\n")
                .doesNotContain("yieldline_last_load_timestamp_seconds{feed=\"snfn\"}");
    }

    @Test
    void timesAreSecondsInUtc() {
        assertThat(scrape())
                .contains(
                        "\nyieldline_last_load_timestamp_seconds{feed=\"workstation\"} 1.7452368E9\n",
                        "\nyieldline_latest_record_timestamp_seconds{feed=\"workstation\"} 1.74507126E9\n");
        assertThat(Instant.ofEpochSecond(1745236800L)).isEqualTo(CLOCK.instant());
        assertThat(Instant.ofEpochSecond(1745071260L)).isEqualTo(Instant.parse("2025-04-19T14:01:00Z"));
    }

    @Test
    void whatCannotBeReadIsLeftOutAndCounted() {
        warehouse.writeAll(session -> session.execute("alter table mart_refresh rename column mart to renamed"));
        Metrics metrics = metrics();
        assertThat(metrics.scrape())
                .doesNotContain("yieldline_mart_refreshes_total{")
                .contains("\nyieldline_up 1.0\n");
        assertThat(metrics.scrape()).containsPattern("\nyieldline_unreadable_metrics_total [1-9]");
    }

    @Test
    void readinessSaysWhyNot() throws IOException {
        Health health = new Health(() -> parts, HealthInputs.alone());
        assertThat(health.live()).isEqualTo(new Health.Answer(true, List.of()));
        assertThat(health.ready()).isEqualTo(new Health.Answer(true, List.of()));
        warehouse.writeAll(session -> session.execute("delete from export where status = 'loaded'"));
        Files.delete(plant.home().inbox());
        assertThat(health.ready())
                .isEqualTo(
                        new Health.Answer(
                                false,
                                List.of(
                                        "home: directories are missing; if a disk is not mounted, mount it first",
                                        "ledger: the database lacks 1 confirmed export: it lost commits, or is an older copy")));
    }

    @Test
    void dashboardAndRulesAskOnlyForWhatThereIs() throws IOException {
        TreeSet<String> scraped = names(scrape());
        TreeSet<String> asked = names(Files.readString(OPS.resolve("grafana/yieldline.json")));
        asked.addAll(names(Files.readString(OPS.resolve("prometheus/alerts.yml"))));
        // Of tables that other parts of a server fill.
        scraped.addAll(measured());
        assertThat(asked).isNotEmpty();
        assertThat(scraped).containsAll(asked);
    }

    private Metrics metrics() {
        HealthInputs around = new HealthInputs(
                List::of,
                () -> new HealthInputs.NewestBackup(Optional.of(CLOCK.instant()), List.of()),
                run -> false,
                new ServerTasks(),
                List::of);
        around.tasks().done("inbox", CLOCK.instant());
        Metrics metrics = new Metrics(() -> parts, around);
        metrics.ran("ingest", "done", Duration.ofSeconds(3));
        return metrics;
    }

    private String scrape() {
        return metrics().scrape();
    }

    private TreeSet<String> measured() {
        Stream<String> recent = RecentMetrics.of(() -> parts).stream().map(RecentMetrics.Recent::name);
        return Stream.concat(
                        recent,
                        Measures.of(Feeds::builtIn, plant.settings().zone()).stream()
                                .map(measure ->
                                        measure.name() + (measure.type() == Measure.Type.COUNTER ? "_total" : "")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> names(String text) {
        return Pattern.compile("\\byieldline_[a-z_]+")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
