package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.alert.Attempt;
import io.yieldline.api.auth.Actor;
import io.yieldline.api.auth.Role;
import io.yieldline.api.auth.TokenScope;
import io.yieldline.operation.watch.AlertOperation;
import io.yieldline.operation.watch.AlertTestOperation;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Profile;
import io.yieldline.warehouse.Session;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords, sessions, tokens and addresses of channels are used in every way there is, then looked for in everything that is said or kept. */
class SecretsTest {
    private static final String HOOK = "canary-in-an-address";
    private static final String MAIL = "canary-of-the-mail";
    private static final String SIGNATURE = "canary-of-the-signature";
    private static final String GUESS = "canary that somebody guessed";
    private static final String CHOSEN = "canary that ann chose";

    private static final String CHANNELS = """
            alerts:
              channels:
                - {name: chat, type: webhook, url: "https://127.0.0.1:9/%s", secret_file: signature}
                - {name: mail, type: email, host: 127.0.0.1, port: 9, user: y, password_file: mail-password, from: a@b.c, to: [a@b.c]}
            """.formatted(HOOK);

    @TempDir
    Path temp;

    private final Map<String, String> secrets = new LinkedHashMap<>();
    private ServedPlant plant;
    private String[] admin;

    @BeforeEach
    void serve() throws IOException {
        Home home = new Home(temp.resolve("plant"));
        Plant.init(home, "test", ZoneId.of("America/New_York"), Profile.PLANT);
        secret(home, "mail-password", MAIL);
        secret(home, "signature", SIGNATURE);
        Files.writeString(home.settingsFile(), CHANNELS, StandardOpenOption.APPEND);
        plant = ServedPlant.on("duckdb", home, List.of(TinyExport.write(temp)));
        secrets.putAll(Map.of("address", HOOK, "mail", MAIL, "signature", SIGNATURE, "guess", GUESS, "chosen", CHOSEN));
    }

    @AfterEach
    void stop() {
        plant.close();
    }

    @Test
    void stayWithThoseWhoHaveThem() throws IOException {
        useAll();

        Map<String, String> said = new LinkedHashMap<>(answers());
        said.putAll(files());
        said.putAll(tables());

        assertThat(said).hasSizeGreaterThan(60);
        assertThat(said.get("GET /settings")).contains("(hidden)");
        secrets.forEach((what, secret) -> said.forEach(
                (where, text) -> assertThat(text).as("%s in %s", what, where).doesNotContain(secret)));
        assertThat(plant.failures()).isEmpty();
    }

    private void useAll() {
        plant.user("ann", Role.ADMIN);
        String before = plant.logIn("ann", ServedPlant.PASSWORD);
        plant.put(
                "/me/password",
                "{\"password\":\"" + ServedPlant.PASSWORD + "\",\"new_password\":\"" + CHOSEN + "\"}",
                "Cookie",
                before,
                "X-Requested-With",
                "test");
        String token = plant.tokens().create("ann", "line", TokenScope.ADMIN, 1, new Actor("ann", "test"));
        admin = new String[] {"Authorization", "Bearer " + token};
        String session = plant.logIn("ann", CHOSEN).replaceAll(".*=", "");
        secrets.putAll(
                Map.of("token", token.substring(3), "session", session, "first session", before.replaceAll(".*=", "")));
        plant.post("/session", "{\"user\":\"ann\",\"password\":\"" + GUESS + "\"}");
        plant.post("/session", "{\"user\":\"ann\",\"password\":\"" + GUESS);
        plant.get("/status?token=" + token.substring(3));
        plant.get("/status", "Authorization", "Bearer ya_" + GUESS.replace(' ', '-'));
        assertThat(plant.run(new AlertOperation(), new AlertOperation.Parameters(false))
                        .attempts())
                .hasSize(2)
                .noneMatch(Attempt::arrived);
        assertThat(plant.run(new AlertTestOperation(), new AlertTestOperation.Parameters(null))
                        .attempts())
                .hasSize(2)
                .noneMatch(Attempt::arrived);
        plant.settle();
    }

    /** What every route says that reads. */
    private Map<String, String> answers() {
        Map<String, String> said = new LinkedHashMap<>();
        plant.routes().stream()
                .filter(route -> !route.changes() && !route.path().contains("{job}"))
                .forEach(route -> {
                    String path = route.path().replaceAll("\\{\\w+}", "1");
                    said.put(
                            "GET " + path,
                            plant.send("GET", path, BodyPublishers.noBody(), admin)
                                    .text());
                });
        return said;
    }

    /** Every file of the plant but the database, which only its engine may open, and those in which somebody wrote the secrets down. */
    private Map<String, String> files() throws IOException {
        List<String> written = List.of("mail-password", "signature", "yieldline.yaml");
        Map<String, String> found = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(plant.home().directory())) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> !written.contains(file.getFileName().toString())
                            && !file.getFileName().toString().startsWith("warehouse.duckdb"))
                    .toList();
            for (Path file : files) {
                found.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return found;
    }

    /** Every row of every table of the database, as text. */
    private Map<String, String> tables() {
        return plant.warehouse().read(session -> {
            Map<String, String> found = new LinkedHashMap<>();
            for (String table :
                    session.texts("select table_name from information_schema.tables where table_schema = 'main'"
                            + " and table_type = 'BASE TABLE'")) {
                found.put("table " + table, rows(session, table));
            }
            return found;
        });
    }

    private static String rows(Session session, String table) {
        return String.join("\n", session.texts("select cast(t as varchar) from " + table + " t"));
    }

    private static void secret(Home home, String file, String secret) throws IOException {
        Path path = Files.writeString(home.directory().resolve(file), secret);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }
}
