package io.yieldline.api;

import io.yieldline.Prepared;
import io.yieldline.TinyExport;
import io.yieldline.api.auth.Actor;
import io.yieldline.api.auth.ApiTokens;
import io.yieldline.api.auth.Audit;
import io.yieldline.api.auth.Role;
import io.yieldline.api.auth.TokenScope;
import io.yieldline.api.auth.Users;
import io.yieldline.demo.DemoPlant;
import io.yieldline.demo.DemoSettings;
import io.yieldline.mart.Scope;
import io.yieldline.operation.Caller;
import io.yieldline.operation.Context;
import io.yieldline.operation.NoProgress;
import io.yieldline.operation.OpenPlant;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.operation.Runner;
import io.yieldline.operation.load.AggregateOperation;
import io.yieldline.operation.load.IngestOperation;
import io.yieldline.operation.watch.CheckOperation;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Profile;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.TestDatabases;
import io.yieldline.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A plant with the five rows of {@link TinyExport} behind the real server, on a clock that tests can set. */
final class ServedPlant implements AutoCloseable {
    static final String PASSWORD = "a good long password";

    /** Passwords are hashed with few rounds, so that a test does not wait for what makes guessing slow. */
    private static final int ROUNDS = 1_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Exception> failures = new ArrayList<>();
    private volatile Instant now = Instant.parse("2025-06-02T12:00:00Z");
    private final InstantSource clock = () -> now;
    private final Home home;
    private final OpenPlant open;
    private final Api api;
    private final HttpServer server;

    private ServedPlant(Home home, String database, int rounds) {
        this.home = home;
        Plant plant = Plant.open(home);
        this.open = OpenPlant.open(plant.with(plant.settings().withDatabase(database)), clock);
        this.api = new Api(open, clock, rounds, failures::add);
        this.server = HttpServer.start(
                ServeSettings.of(plant.settings()).withPort(0),
                api.entrance(),
                List.of(new HealthRoutes(open.health(), open.metrics())::addTo, api::addTo, new WebFiles()::addTo),
                failures::add);
    }

    /** A new plant, its marts up to date. */
    static ServedPlant on(Engine engine, Path directory) {
        return copy("served", engine, directory, folder -> List.of(TinyExport.write(folder)));
    }

    /** A copy of a plant with these exports, which is made once per JVM. */
    static ServedPlant copy(String title, Engine engine, Path directory, Function<Path, List<Path>> exports) {
        String name = title + "-" + engine;
        Prepared.copy(name, directory, folder -> {
            String database = TestDatabases.fresh(engine);
            on(database, folder, exports.apply(folder)).close();
            TestDatabases.keep(name, database);
        });
        return new ServedPlant(new Home(directory.resolve("plant")), TestDatabases.like(name), ROUNDS);
    }

    /** A plant with three weeks of made-up production until the day before yesterday. */
    static ServedPlant demo(Path directory) {
        DemoSettings settings = new DemoSettings(LocalDate.parse("2025-05-12"), 20, 600, 1);
        return on(
                "duckdb",
                MailingHome.in(directory),
                DemoPlant.generate(settings).writeTo(directory.resolve("exports")));
    }

    /** The plant of the tiny export, whose settings have a channel of type email. */
    static ServedPlant withMail(Path directory) {
        return on("duckdb", MailingHome.in(directory), List.of(TinyExport.write(directory)));
    }

    /** All checks are run. */
    void check() {
        run(new CheckOperation(), new CheckOperation.Parameters(List.of(), null, null, false, false));
    }

    /** Does something to the plant, as from the command line. */
    <P, R extends Result> R run(Operation<P, R> operation, P parameters) {
        return new Runner(open, clock, Caller.cli()).run(operation, parameters, new NoProgress());
    }

    /** A new plant of these exports. */
    static ServedPlant on(String database, Path directory, List<Path> exports) {
        Home home = new Home(directory.resolve("plant"));
        Plant.init(home, "test", ZoneId.of("America/New_York"), Profile.PLANT);
        return on(database, home, exports);
    }

    /** A plant that is there already, with these exports. */
    static ServedPlant on(String database, Home home, List<Path> exports) {
        ServedPlant plant = new ServedPlant(home, database, ROUNDS);
        plant.run(new IngestOperation(), new IngestOperation.Parameters(exports, null));
        plant.run(new AggregateOperation(), new AggregateOperation.Parameters(new Scope.All(), List.of()));
        return plant;
    }

    /** An empty plant whose first password is hashed with so many rounds, as are those it has to compare. */
    static ServedPlant hashing(int rounds, Path directory) {
        Home home = new Home(directory.resolve("plant"));
        Plant.init(home, "test", ZoneId.of("America/New_York"), Profile.PLANT);
        return new ServedPlant(home, "duckdb", rounds);
    }

    static ServedPlant on(Path directory) {
        return on(Engine.DUCKDB, directory);
    }

    /** With another value for a key of its settings. */
    static ServedPlant with(String key, int value, Path directory) {
        Home home = new Home(directory.resolve("plant"));
        Plant.init(home, "test", ZoneId.of("America/New_York"), Profile.PLANT);
        try {
            String settings = Files.readString(home.settingsFile());
            Files.writeString(home.settingsFile(), settings.replaceAll(key + ": \\d+", key + ": " + value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return on("duckdb", home, List.of(TinyExport.write(directory)));
    }

    Home home() {
        return home;
    }

    int port() {
        return server.port();
    }

    List<Route> routes() {
        return api.routes();
    }

    /** What went wrong and was no client's fault. */
    List<Exception> failures() {
        return failures;
    }

    Warehouse warehouse() {
        return context().warehouse();
    }

    Users users() {
        return new Users(warehouse(), clock, ROUNDS);
    }

    Audit audit() {
        return new Audit(warehouse(), clock);
    }

    ApiTokens tokens() {
        return new ApiTokens(warehouse(), clock);
    }

    /** The time. */
    Instant now() {
        return clock.instant();
    }

    /** The time passes. */
    void later(Duration time) {
        now = now.plus(time);
    }

    /** When sessions and tokens were last used is written, as once a minute. */
    void settle() {
        api.settle();
    }

    /** A user with the usual password. */
    void user(String name, Role role) {
        users().add(name, role, PASSWORD, new Actor("test", "test"));
    }

    /** A token of a new user who may do all that the role may. */
    String token(Role role) {
        String name = role.word() + "-token";
        if (users().find(name).isEmpty()) {
            user(name, role);
        }
        return tokens().create(name, "test", TokenScope.ADMIN, 1, new Actor("test", "test"));
    }

    /** What opens the API to such a token. */
    String[] as(Role role) {
        return new String[] {"Authorization", "Bearer " + token(role)};
    }

    /** The cookie of a new session. */
    String logIn(String user, String password) {
        Reply reply = post("/session", "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}");
        if (reply.status() != 200) {
            throw new AssertionError(reply.toString());
        }
        return reply.header("Set-Cookie").replaceAll(";.*", "");
    }

    Reply get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Reply post(String path, String json, String... headers) {
        return send("POST", path, BodyPublishers.ofString(json), with(headers, "Content-Type", "application/json"));
    }

    Reply put(String path, String json, String... headers) {
        return send("PUT", path, BodyPublishers.ofString(json), with(headers, "Content-Type", "application/json"));
    }

    Reply send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + address(path)))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return Reply.to(request.build(), client);
        } catch (Exception e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    static String[] with(String[] headers, String... more) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** Files that uploads have left behind. */
    long staged() throws java.io.IOException {
        if (!Files.isDirectory(home.staging())) {
            return 0;
        }
        try (var files = Files.list(home.staging())) {
            return files.count();
        }
    }

    @Override
    public void close() {
        open.stop(Duration.ofSeconds(5));
        server.close();
        api.close();
        open.close();
    }

    private Context context() {
        return open.context(new NoProgress(), Caller.cli());
    }

    private static String address(String path) {
        return path.startsWith("//") ? path.substring(1) : Routes.ROOT + path;
    }
}
