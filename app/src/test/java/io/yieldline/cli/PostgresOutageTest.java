package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.ChildJvm;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.api.ServeSettings;
import io.yieldline.api.auth.Actor;
import io.yieldline.api.auth.Role;
import io.yieldline.api.auth.Users;
import io.yieldline.demo.DemoPlant;
import io.yieldline.demo.DemoSettings;
import io.yieldline.operation.OpenPlant;
import io.yieldline.operation.TestPlant;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Profile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A served plant whose PostgreSQL server cuts connections, stops and comes back, or which is killed itself: it goes on alone. */
@Tag("faults")
@Timeout(300)
class PostgresOutageTest {
    private static final int TRIES = 1_200;
    private static final String EXPORTS = "select sha256, status from export order by sha256";

    private static final String UNREACHABLE = "the database server ended the connection or cannot be reached; make sure"
            + " that it runs, then run it again";

    @TempDir
    Path temp;

    private Home home;
    private ServerClient client;
    private EmbeddedPostgres postgres;
    private String database;
    private Serving serving;
    private List<Path> exports;

    @BeforeEach
    void serve() throws Exception {
        exports = DemoPlant.generate(new DemoSettings(LocalDate.of(2025, 3, 3), 7, 100, 3))
                .writeTo(temp.resolve("exports"));
        startPostgres(0);
        database = postgres.getJdbcUrl("postgres", "postgres");
        home = new Home(temp.resolve("plant"));
        client = new ServerClient(home);
        try (TestPlant plant = TestPlant.on(database, home.directory(), Profile.PLANT)) {
            new Users(plant.warehouse(), Instant::now, 1_000)
                    .add(ServerClient.USER, Role.VIEWER, ServerClient.PASSWORD, new Actor("test", "test"));
        }
        Files.writeString(
                home.settingsFile(),
                Files.readString(home.settingsFile()).replaceAll("inbox_seconds: \\d+", "inbox_seconds: 1"));
        serving = start(home, database);
    }

    @AfterEach
    void stop() throws IOException {
        try {
            serving.close();
        } finally {
            postgres.close();
        }
    }

    @Test
    void cutConnections_areOpenedAgain() throws Exception {
        String cookie = client.logIn();
        drop(exports.subList(0, 3));
        awaitEmptyInbox();
        cutConnections();

        await(() -> client.get("/api/v1/status", cookie).startsWith("200 "));
        cutConnections();
        awaitReady();
        cutConnections();
        await(() -> client.logInAnswer().statusCode() == 200);

        drop(exports.subList(3, exports.size()));
        while (!inbox().isEmpty()) {
            cutConnections();
            TimeUnit.SECONDS.sleep(1);
        }
        awaitReady();
        assertSameAsUndisturbed();
    }

    @Test
    void serverThatStops_isNamed_andWorkGoesOnWhenItIsBack() throws Exception {
        String cookie = client.logIn();
        drop(exports.subList(0, 3));
        awaitEmptyInbox();
        drop(exports.subList(3, 6));
        postgres.close();

        assertThat(client.get("/health/live")).isEqualTo("200 ok\n");
        assertThat(client.get("/health/ready")).startsWith("503 ").contains("database: ", UNREACHABLE);
        assertThat(client.get("/api/v1/status", cookie)).startsWith("503 ").contains(UNREACHABLE);
        assertThat(ServerClient.text(client.logInAnswer())).startsWith("503 ").contains(UNREACHABLE);
        drop(exports.subList(6, exports.size()));
        await(() -> client.get("/health/ready").contains("inbox: loading it has failed since"));

        startPostgres(postgres.getPort());
        awaitEmptyInbox();
        awaitReady();
        assertThat(client.get("/api/v1/status", cookie)).startsWith("200 ");
        assertSameAsUndisturbed();
    }

    @Test
    void killedServer_losesAndDoublesNothing() throws Exception {
        serving.close();
        Process child = ChildJvm.start(
                Server.class,
                Files.createDirectories(temp.resolve("tmp")),
                home.directory().toString(),
                database);
        drop(exports);
        await(() -> loaded() > 1);
        child.destroyForcibly().waitFor();
        assertThat(loaded()).as("the kill hit the load").isLessThan(exports.size());

        serving = restarted();
        awaitEmptyInbox();
        awaitReady();
        assertSameAsUndisturbed();
    }

    /** The database server learns with a delay that its client was killed, and holds the lock of the plant until then. */
    private Serving restarted() throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return start(home, database);
            } catch (UserError e) {
                if (e.exitCode() != ExitCode.LOCKED || attempt == TRIES) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private void startPostgres(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(temp.resolve("postgres"))
                .setCleanDataDirectory(false);
        postgres = (port == 0 ? builder : builder.setPort(port)).start();
    }

    private long loaded() throws Exception {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from yieldline.export")) {
            count.next();
            return count.getLong(1);
        }
    }

    private void cutConnections() throws Exception {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        }
    }

    /** Each appears whole in the inbox. */
    private void drop(List<Path> files) throws IOException {
        for (Path file : files) {
            Path copy = temp.resolve("copy");
            Files.copy(file, copy);
            Files.move(
                    copy,
                    home.inbox()
                            .resolve(temp.resolve("exports")
                                    .relativize(file)
                                    .toString()
                                    .replace('/', '_')));
        }
    }

    private List<Path> inbox() throws IOException {
        try (Stream<Path> files = Files.list(home.inbox())) {
            return files.toList();
        }
    }

    private void awaitEmptyInbox() throws Exception {
        await(() -> inbox().isEmpty());
    }

    private void awaitReady() throws Exception {
        await(() -> client.get("/health/ready").equals("200 ok\n"));
    }

    private void await(Callable<Boolean> condition) throws Exception {
        boolean met = condition.call();
        for (int i = 0; i < TRIES && !met; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            met = condition.call();
        }
        assertThat(met)
                .as("ready: %s, inbox: %s", client.get("/health/ready"), inbox())
                .isTrue();
    }

    private void assertSameAsUndisturbed() {
        serving.close();
        try (TestPlant left = TestPlant.again(home.directory(), database);
                TestPlant undisturbed = TestPlant.on("duckdb", temp.resolve("undisturbed"), Profile.PLANT)) {
            undisturbed.load(exports);
            undisturbed.refresh();
            left.refresh();
            for (String feed : List.of("workstation", "testboard", "snfn")) {
                assertThat(left.content(feed + "_master_log"))
                        .as(feed)
                        .isEqualTo(undisturbed.content(feed + "_master_log"))
                        .isNotEmpty();
            }
            assertThat(left.marts()).isEqualTo(undisturbed.marts());
            assertThat(left.lines(EXPORTS))
                    .isEqualTo(undisturbed.lines(EXPORTS))
                    .isNotEmpty();
        }
    }

    private static Serving start(Home home, String database) {
        Plant plant = Plant.open(home);
        InstantSource clock = fast(Instant.now());
        return Serving.start(
                OpenPlant.open(plant.with(plant.settings().withDatabase(database)), clock),
                clock,
                ServeSettings.of(plant.settings()).withPort(0));
    }

    /** Time that passes sixty times as fast: pauses before the next try are minutes. */
    private static InstantSource fast(Instant start) {
        return () -> start.plus(Duration.between(start, Instant.now()).multipliedBy(60));
    }

    /** Serves a plant until it is killed. */
    static final class Server {
        public static void main(String[] arguments) throws InterruptedException {
            start(new Home(Path.of(arguments[0])), arguments[1]);
            Thread.currentThread().join();
        }
    }
}
