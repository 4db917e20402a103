package io.yieldline.health;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.yieldline.Program;
import io.yieldline.health.HealthInputs.NewestBackup;
import io.yieldline.ingest.Inbox;
import io.yieldline.mart.PlantParts;
import io.yieldline.mart.Staleness;
import io.yieldline.plant.Plant;
import io.yieldline.plant.ServerTasks;
import io.yieldline.plant.Space;
import io.yieldline.warehouse.Warehouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Prometheus metrics. They are read from the tables of the plant at each scrape; only run durations
 * are of this process. Metrics that cannot be read are omitted and counted.
 */
public final class Metrics {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final AtomicLong unreadable = new AtomicLong();
    private final Supplier<PlantParts> parts;
    private final Warehouse warehouse;
    private final Histogram runs;

    /** For a plant that this process holds, as it is whenever it is asked; {@code around} provides backups and overdue slots. */
    public Metrics(Supplier<PlantParts> parts, HealthInputs around) {
        this.parts = parts;
        this.warehouse = parts.get().warehouse();
        this.runs = Histogram.builder()
                .name("yieldline_run_duration_seconds")
                .help("Duration of the runs of this process.")
                .labelNames("operation", "outcome")
                .classicOnly()
                .classicUpperBounds(0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600)
                .register(registry);
        Measures.of(() -> parts.get().feeds(), plant().settings().zone()).forEach(this::add);
        addProcess(new Health(parts, around));
        addDisk();
        addMarts();
        addTables();
        RecentMetrics.of(parts).forEach(this::addRecent);
        addEnvironment(around);
        addTasks(around.tasks());
    }

    /** The content type of a scrape. */
    public static String contentType() {
        return PrometheusTextFormatWriter.CONTENT_TYPE;
    }

    /** Counts an ended run, such as {@code ingest}, {@code done}. */
    public void ran(String operation, String outcome, Duration took) {
        runs.labelValues(operation, outcome).observe(took.toMillis() / 1000.0);
    }

    /** All metrics in Prometheus text format. */
    public synchronized String scrape() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(text, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private Plant plant() {
        return parts.get().plant();
    }

    private void add(Measure measure) {
        String[] labels = measure.labels().toArray(String[]::new);
        if (measure.type() == Measure.Type.COUNTER) {
            CounterWithCallback.builder()
                    .name(measure.name())
                    .help(measure.help())
                    .labelNames(labels)
                    .callback(samples -> measured(measure, sample -> samples.call(sample.value(), sample.labels())))
                    .register(registry);
        } else {
            gauge(measure.name(), measure.help(), samples -> measured(measure, samples), labels);
        }
    }

    private void addRecent(RecentMetrics.Recent recent) {
        gauge(
                recent.name(),
                recent.help(),
                samples -> attempt(() -> warehouse.read(recent.samples())).ifPresent(found -> found.forEach(samples)),
                recent.labels().toArray(String[]::new));
    }

    private void measured(Measure measure, Consumer<Measure.Sample> samples) {
        attempt(() -> warehouse.read(measure::samples)).ifPresent(found -> found.forEach(samples));
    }

    private void addProcess(Health health) {
        Info.builder()
                .name("yieldline_build_info")
                .help("Version and engine.")
                .labelNames("version", "engine")
                .register(registry)
                .setLabelValues(Program.version(), warehouse.engine().label());
        number("yieldline_up", "1 while the server answers.", () -> 1);
        number(
                "yieldline_ready",
                "1 while the plant accepts work.",
                () -> health.ready().ok() ? 1 : 0);
        CounterWithCallback.builder()
                .name("yieldline_unreadable_metrics")
                .help("Metrics that could not be read, since this process started.")
                .callback(samples -> samples.call(unreadable.get()))
                .register(registry);
    }

    private void addDisk() {
        number(
                "yieldline_disk_free_bytes",
                "Free space on the disk of the home.",
                () -> Space.at(plant().home().directory()).usable());
        number(
                "yieldline_disk_reserve_bytes",
                "Free space below which nothing is loaded.",
                () -> Space.reserve(plant().settings(), 0));
        number(
                "yieldline_inbox_files",
                "Files in the inbox.",
                () -> InboxLink.files(plant().home().inbox()).size());
        number(
                "yieldline_inbox_blocked",
                "Files in the inbox that cannot be loaded: links, pipes, unreadable files and folders.",
                () -> Inbox.unfit(plant().home()).size());
    }

    private void addMarts() {
        gauge(
                "yieldline_mart_stale_partitions",
                "Stale days or weeks of the mart.",
                samples -> staleness()
                        .forEach(mart ->
                                samples.accept(new Measure.Sample(new String[] {mart.mart()}, mart.partitions()))),
                "mart");
    }

    private List<Staleness> staleness() {
        return attempt(() -> warehouse.read(parts.get().refresh()::staleness)).orElse(List.of());
    }

    private void addTables() {
        gauge(
                "yieldline_table_rows",
                "Rows of the table.",
                samples -> attempt(() -> warehouse.read(TableSizes::rows))
                        .ifPresent(found -> found.forEach(
                                (table, rows) -> samples.accept(new Measure.Sample(new String[] {table}, rows)))),
                "table");
        number("yieldline_database_bytes", "Size of the database.", () -> warehouse.read(TableSizes::databaseBytes));
    }

    private void addEnvironment(HealthInputs around) {
        Supplier<NewestBackup> newestBackup = around.newestBackup();
        if (newestBackup != null) {
            gauge(
                    "yieldline_last_backup_timestamp_seconds",
                    "Time of the newest verified backup.",
                    samples -> attempt(newestBackup)
                            .flatMap(NewestBackup::takenAt)
                            .ifPresent(
                                    made -> samples.accept(new Measure.Sample(new String[0], made.getEpochSecond()))));
        }
        Supplier<List<String>> overdue = around.overdue();
        if (overdue != null) {
            number(
                    "yieldline_overdue_slots",
                    "Overdue scheduled runs.",
                    () -> overdue.get().size());
        }
    }

    private void addTasks(ServerTasks tasks) {
        gauge(
                "yieldline_task_failing",
                "1 if the periodic task of the server failed the last time it ran.",
                samples -> tasks.states()
                        .forEach(task ->
                                samples.accept(new Measure.Sample(new String[] {task.task()}, task.failing() ? 1 : 0))),
                "task");
        gauge(
                "yieldline_task_last_success_timestamp_seconds",
                "Time when the periodic task of the server last succeeded.",
                samples -> tasks.states()
                        .forEach(task -> Optional.ofNullable(task.lastSuccess())
                                .ifPresent(at -> samples.accept(
                                        new Measure.Sample(new String[] {task.task()}, at.getEpochSecond())))),
                "task");
    }

    private void number(String name, String help, DoubleSupplier value) {
        gauge(
                name,
                help,
                samples -> attempt(value::getAsDouble)
                        .ifPresent(number -> samples.accept(new Measure.Sample(new String[0], number))));
    }

    private void gauge(String name, String help, Consumer<Consumer<Measure.Sample>> measure, String... labels) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .callback(samples -> measure.accept(sample -> samples.call(sample.value(), sample.labels())))
                .register(registry);
    }

    private <T> Optional<T> attempt(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (RuntimeException e) {
            unreadable.incrementAndGet();
            return Optional.empty();
        }
    }
}
