package io.yieldline.cli;

import io.javalin.config.RoutesConfig;
import io.yieldline.api.Api;
import io.yieldline.api.CommandRoutes;
import io.yieldline.api.HealthRoutes;
import io.yieldline.api.Heartbeat;
import io.yieldline.api.HttpServer;
import io.yieldline.api.ServeSettings;
import io.yieldline.api.WebFiles;
import io.yieldline.health.Metrics;
import io.yieldline.health.Uptime;
import io.yieldline.ingest.InboxWatcher;
import io.yieldline.operation.EndedRun;
import io.yieldline.operation.ErrorLog;
import io.yieldline.operation.OpenPlant;
import io.yieldline.operation.ServerLog;
import io.yieldline.operation.ServerLog.Level;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.ServerAddress;
import io.yieldline.warehouse.DatabaseFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A served plant, with all its parts. */
final class Serving implements AutoCloseable {
    /** Supervisors kill processes that do not end within ten seconds. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(8);

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration WATCH = Duration.ofMinutes(1);
    private static final Duration DELIVER = Duration.ofSeconds(5);

    /** A change is applied at the second look, so within twice this time. */
    private static final Duration FILES = Duration.ofSeconds(15);

    private final OpenPlant plant;
    private final InstantSource clock;
    private final ServerLog log;
    private final ErrorLog errors;
    private final Api api;
    private final HttpServer http;
    private final Routine routine;
    private final InboxWatcher bell;
    private final ChangedFiles files;
    private final List<Heartbeat> beats;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Serving(OpenPlant plant, InstantSource clock, ServeSettings settings, Supplier<Plant> reader, Path config) {
        this.plant = plant;
        this.clock = clock;
        plant.warehouse().singleThreadQueries();
        this.files = new ChangedFiles(plant, reader, config, clock);
        this.log = ServerLog.of(plant.plant(), clock);
        this.errors = ErrorLog.of(plant.plant().home(), clock);
        this.routine = new Routine(plant, clock);
        routine.reload();
        Metrics metrics = plant.metrics();
        String token = token();
        CommandRoutes commands = new CommandRoutes(token, new InProcessCli(plant, clock)::run);
        HealthRoutes health = new HealthRoutes(plant.health(), metrics);
        this.api = new Api(plant, clock, error -> failed("request.failed", error));
        this.http = listen(settings, List.of(commands::addTo, health::addTo, api::addTo, new WebFiles()::addTo));
        enter(
                plant.plant().home(),
                new ServerAddress(
                        settings.host(), http.port(), ProcessHandle.current().pid(), token));
        Heartbeat watch = beat("watch", WATCH, routine::watch);
        Heartbeat subscriptions = beat("subscriptions", WATCH, routine::sendSubscriptions);
        plant.onRun(run -> ended(run, metrics, List.of(watch, subscriptions)));
        Heartbeat inbox = beat("inbox", settings.inbox(), routine::takeInbox);
        this.bell = new InboxWatcher(plant.plant().home().inbox());
        this.beats = List.of(
                watch,
                subscriptions,
                inbox,
                Heartbeat.start("bell", SECOND, () -> wake(inbox), error -> failed("bell.failed", error)),
                beat("schedule", SECOND, routine::keepSchedule),
                beat("deliver", DELIVER, this::deliver),
                beat("files", FILES, () -> look(watch)),
                Heartbeat.start("sample", Uptime.BEAT, routine::sample, error -> failed("sample.failed", error)));
    }

    /** Serves an open plant, and closes it if that fails. */
    static Serving start(OpenPlant plant, InstantSource clock, ServeSettings settings) {
        Home home = plant.plant().home();
        return start(plant, clock, settings, () -> Plant.open(home), home.settingsFile());
    }

    /** The same, with what reads the plant again when its files change, and with its settings file. */
    static Serving start(
            OpenPlant plant, InstantSource clock, ServeSettings settings, Supplier<Plant> reader, Path config) {
        try {
            Serving serving = new Serving(plant, clock, settings, reader, config);
            serving.log.write(Level.INFO, "server.started", null, Map.of("port", serving.http.port()));
            return serving;
        } catch (RuntimeException e) {
            plant.close();
            throw e;
        }
    }

    private HttpServer listen(ServeSettings settings, List<Consumer<RoutesConfig>> routes) {
        try {
            return HttpServer.start(settings, api.entrance(), routes, error -> failed("request.failed", error));
        } catch (RuntimeException e) {
            api.close();
            routine.close();
            throw e;
        }
    }

    /** Plant and address. */
    String description() {
        return "plant " + plant.plant().settings().plant() + " on http://127.0.0.1:" + http.port();
    }

    /** The file with the initial password of the user admin, until it is used. */
    Optional<Path> firstPassword() {
        return api.firstPassword();
    }

    /** Interrupts running work at a safe point. Work that does not stop in time ends with the process; no partial change is kept. */
    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            end();
        }
    }

    private void end() {
        leave(plant.plant().home());
        beats.forEach(Heartbeat::close);
        bell.close();
        boolean quiet = plant.stop(MAX_WAIT);
        routine.close();
        lastSample();
        http.close();
        log.write(Level.INFO, "server.stopped", null, Map.of("quiet", quiet));
        if (quiet) {
            api.close();
            plant.close();
        }
    }

    /** A damage that any task or request met is told beside the database, which may not take an alert any more. */
    private void deliver() {
        DatabaseFault damage = plant.warehouse().damage();
        if (damage != null) {
            String sent = DamageReport.damaged(damage, plant.plant(), clock);
            if (!sent.isEmpty()) {
                log.write(Level.ERROR, "database.damaged", null, Map.of("error", damage.getMessage(), "alert", sent));
            }
        }
        routine.deliver();
    }

    /** The end of the time during which the server ran; a minute less if the database does not take it. */
    private void lastSample() {
        try {
            routine.lastSample();
        } catch (RuntimeException e) {
            log.write(Level.ERROR, "sample.failed", null, Map.of("error", errors.explain(e)));
        }
    }

    /** Repeats a task, whose successes and failures are part of the plant's health. */
    private Heartbeat beat(String name, Duration pause, Runnable work) {
        Runnable task = () -> {
            work.run();
            plant.tasks().done(name, clock.instant());
        };
        return Heartbeat.start(
                name,
                pause,
                task,
                error -> failed(name + ".failed", error)
                        .ifPresent(text -> plant.tasks().failed(name, clock.instant(), text)));
    }

    /** File events trigger a scan of the inbox; without events it is scanned periodically. */
    private void wake(Heartbeat inbox) {
        try {
            bell.await(WATCH);
            inbox.wake();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Applies changed files. What is refused is an alert at once. */
    private void look(Heartbeat watch) {
        switch (files.look()) {
            case APPLIED -> {
                routine.follow();
                log.write(Level.INFO, "files.applied", null, changed());
                watch.wake();
            }
            case REFUSED -> {
                log.write(Level.WARN, "files.refused", null, changed());
                watch.wake();
            }
            case NOTHING -> {}
        }
    }

    private Map<String, Object> changed() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rules", plant.plant().rules().version());
        plant.tasks().files().state().ifPresent(state -> {
            facts.put("restart", String.join(", ", state.restart()));
            facts.put("refused", Objects.requireNonNullElse(state.refused(), ""));
        });
        return facts;
    }

    /** Logs an error and returns its text. Work interrupted by the end of the server is no failure. */
    private Optional<String> failed(String event, Throwable error) {
        if (closed.get()) {
            return Optional.empty();
        }
        String text = errors.explain(error);
        log.write(Level.ERROR, event, null, Map.of("error", text));
        return Optional.of(text);
    }

    /** Evaluates alerts and sends what changed immediately after a run. */
    private void ended(EndedRun run, Metrics metrics, List<Heartbeat> woken) {
        metrics.ran(run.operation(), run.outcome(), run.took());
        log.write(run.outcome().equals("done") ? Level.INFO : Level.WARN, "run.ended", run.id(), facts(run));
        woken.forEach(Heartbeat::wake);
    }

    /** In the order in which they are read, the longest last. */
    private static Map<String, Object> facts(EndedRun run) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("operation", run.operation());
        facts.put("by", run.caller().trigger() + "/" + run.caller().user());
        facts.put("outcome", run.outcome());
        facts.put("milliseconds", run.took().toMillis());
        facts.put("text", run.text());
        return facts;
    }

    private static String token() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void enter(Home home, ServerAddress address) {
        try {
            address.enter(home);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + home.serverFile(), e);
        }
    }

    private static void leave(Home home) {
        try {
            ServerAddress.leave(home);
        } catch (IOException e) {
            // A command that finds the file of a dead server opens the plant itself.
        }
    }
}
