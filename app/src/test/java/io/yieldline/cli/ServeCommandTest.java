package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.yieldline.UserError;
import io.yieldline.api.ServeSettings;
import io.yieldline.operation.OpenPlant;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.ServerAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plant that is served: commands go through the server, and nobody else gets in. */
class ServeCommandTest {
    @TempDir
    Path temp;

    private Cli cli;
    private Home home;
    private Serving serving;

    @BeforeEach
    void serve() {
        home = new Home(temp.resolve("plant"));
        cli = Cli.demo(temp);
        start();
    }

    @AfterEach
    void stop() {
        serving.close();
    }

    @Test
    void runThatEnds_isALineOfTheLog() throws IOException {
        cli.run("check", "duplicates");

        assertThat(Files.readAllLines(home.serverLog()))
                .anyMatch(line -> line.matches("\\S+ INFO run\\.ended run=\\d+ operation=check by=cli/\\S+ outcome=done"
                        + " milliseconds=\\d+ text=\".*\""));
    }

    @Test
    void commands_printTheSameAsWithoutAServer() {
        Cli.Ran served = cli.run("show", "packing_daily", "--format", "csv");
        Cli.Ran wrong = cli.run("show", "packing");
        serving.close();

        assertThat(served).isEqualTo(cli.run("show", "packing_daily", "--format", "csv"));
        assertThat(wrong).isEqualTo(cli.run("show", "packing"));
        assertThat(wrong.exitCode()).isEqualTo(2);
    }

    @Test
    void runThroughTheServer_isKeptAndItsErrorsReachTheUser() {
        String page = home.directory()
                .resolve("exports/2025-03/Test board record report.xls")
                .toString();

        Cli.Ran parked = cli.run("ingest", page);

        assertThat(parked.exitCode()).isEqualTo(1);
        assertThat(parked.err()).contains("the portal sent a page titled \"Login\"");
        assertThat(cli.run("runs", "--limit", "1").out()).contains("ingest").contains("(cli)");
    }

    @Test
    void questions_areAskedWhereTheCommandWasGiven() {
        Cli.Ran refused = cli.answering("no").run("wipe", "packing_daily");
        Cli.Ran done = cli.answering("demo").run("wipe", "packing_daily", "--reason", "to see");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo(
                        "yieldline: nothing was changed; type the name of the plant, \"demo\", when asked, or add --yes\n");
        assertThat(done.exitCode()).isZero();
        assertThat(cli.run("show", "packing_daily", "--format", "csv").out().lines())
                .hasSize(1);
        assertThat(cli.run("runs", "--limit", "1", "--json").err()).contains("--json goes before the command");
        assertThat(cli.run("--json", "runs", "--limit", "1").out()).contains("\"reason\" : \"to see\"");
    }

    @Test
    void metricsAndHealth_areOpenToWhoReachesThePort() throws Exception {
        assertThat(get("/health/live")).isEqualTo("200 ok\n");
        assertThat(get("/health/ready")).isEqualTo("200 ok\n");
        assertThat(get("/metrics")).startsWith("200 ").contains("yieldline_exports_loaded_total{feed=\"workstation\"");
    }

    @Test
    void inboxThatCannotBeListed_isNotReady_untilItCan() throws Exception {
        serving.close();
        Files.delete(home.inbox());
        Files.createFile(home.inbox());
        start();
        awaitReady("loading it has failed since 2025-04-21 08:00:00: " + home.inbox()
                + ": cannot be listed (NotDirectory: ");

        assertThat(cli.run("doctor", "--quick").out()).contains("broken  inbox       loading it has failed since");
        assertThat(cli.run("status").out())
                .contains("\nServer    the task inbox has failed since 2025-04-21 08:00:00: ");
        assertThat(get("/metrics")).contains("yieldline_task_failing{task=\"inbox\"} 1.0\n");
        Files.delete(home.inbox());
        Files.createDirectory(home.inbox());
        serving.close();
        start();
        awaitReady("ok");
    }

    private void awaitReady(String text) throws Exception {
        String answer = get("/health/ready");
        for (int i = 0; i < 600 && !answer.contains(text); i++) {
            Thread.sleep(100);
            answer = get("/health/ready");
        }
        assertThat(answer).contains(text);
    }

    @Test
    void healthCheckOfTheImage_failsWithoutTheServer() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not installed");
        String port = String.valueOf(ServerAddress.of(home).orElseThrow().port());
        List<String> command = Dockerfile.read().healthCheck().stream()
                .map(word -> word.replace("8480", port))
                .toList();

        assertThat(new Program(command, temp).run(Map.of())).isEqualTo(new Program.Ended(0, "", ""));
        serving.close();
        assertThat(new Program(command, temp).run(Map.of()).exitCode()).isEqualTo(1);
    }

    @Test
    void secondServer_isRefused() {
        assertThat(cli.run("serve")).satisfies(ran -> {
            assertThat(ran.exitCode()).isEqualTo(11);
            assertThat(ran.err()).startsWith("yieldline: a server already runs for this plant: pid ");
        });
    }

    @Test
    void addressFile_isReadableByItsUserOnly_andGoesWithTheServer() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.serverFile())))
                .isEqualTo("rw-------");
        assertThat(ServerAddress.of(home).orElseThrow().toString())
                .doesNotContain(ServerAddress.of(home).orElseThrow().token());

        serving.close();

        assertThat(home.serverFile()).doesNotExist();
        assertThat(cli.run("status"))
                .satisfies(ran -> assertThat(ran.exitCode()).as(ran.err()).isZero());
    }

    @Test
    void fileOfAServerThatDied_isLeftAside() throws IOException {
        serving.close();
        new ServerAddress("127.0.0.1", 1, Long.MAX_VALUE, "x").enter(home);

        assertThat(cli.run("status"))
                .satisfies(ran -> assertThat(ran.exitCode()).as(ran.err()).isZero());
        start();
    }

    @Test
    void strangers_areTurnedAway() throws Exception {
        ServerAddress address = ServerAddress.of(home).orElseThrow();

        assertThat(post(address, "localhost", "no token")).isEqualTo(401);
        assertThat(post(address, "127.0.0.1", "Bearer " + address.token() + "0"))
                .isEqualTo(401);
        assertThat(post(address, "127.0.0.1", "Bearer " + address.token())).isEqualTo(200);
    }

    @Test
    void portInUse_isSaid() {
        ServerAddress address = ServerAddress.of(home).orElseThrow();
        Path other = temp.resolve("other");
        new Cli(other).run("init");

        assertThatThrownBy(() -> Serving.start(
                        opened(new Home(other)), Cli.CLOCK, settings().withPort(address.port())))
                .isInstanceOf(UserError.class)
                .hasMessage("port " + address.port() + " on 127.0.0.1 is in use; end that program, or choose another"
                        + " with --port or serve: port:");
        assertThat(new Cli(other).run("status").exitCode()).isZero();
    }

    private static int post(ServerAddress address, String host, String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + address.port() + "/commands"))
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("id=1&directory=/tmp&word=--version"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private String get(String path) throws Exception {
        URI address = URI.create(
                "http://localhost:" + ServerAddress.of(home).orElseThrow().port() + path);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private void start() {
        serving = Serving.start(opened(home), Cli.CLOCK, settings());
    }

    private ServeSettings settings() {
        return ServeSettings.of(Plant.open(home).settings()).withPort(0);
    }

    private static OpenPlant opened(Home home) {
        return OpenPlant.open(Plant.open(home), Cli.CLOCK);
    }
}
