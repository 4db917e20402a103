package io.yieldline.cli;

import static io.yieldline.TinyExport.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import io.yieldline.demo.DemoPlant;
import io.yieldline.demo.DemoSettings;
import io.yieldline.feed.OwnFeed;
import io.yieldline.operation.OpenPlant;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A small plant that has used everything: rows in every table, files in every folder. */
final class SampleHome {
    static final String PASSWORD = "a good long password";
    static final String TOKEN_FILE = "token.txt";
    static final String COUNTS_FILE = "counts.txt";

    /** Tables of marts and of what they were made of and when, which any version may make again. */
    private static final Pattern FOLLOWS =
            Pattern.compile(".*_(daily|weekly|hourly|units|starters|mark|migration)|touched.*|mart_.*|rule_.*|setting");

    /** Rows that only a server, or a failure, leaves. */
    private static final List<String> SERVER_ROWS = List.of(
            "insert into login_session values ('0123456789abcdef', 'ann', {t}, {t})",
            "insert into job values ('job-1', 'ann', 'key-1', 'aggregate', 'f', {t}, 1)",
            "insert into slot values ('daily', {t}, 'done', 0, 1, 0, {t}, {t}, {t}, 0, 'all steps done', 1)",
            "insert into run_step values (1, 1, 'load exports', {t}, 1200, 'done', '1 export loaded')",
            "insert into slot_horizon values ('daily', {t})",
            "insert into server_time values ({t}, {t})",
            "insert into response_time values (cast({t} as date), '/api/v1/status', 50, 12)",
            "insert into table_size values (cast({t} as date), 'export', 11)",
            "insert into home_size values (cast({t} as date), 20000000, 10000000, 50000000000)",
            "insert into finding values ('0a1b2c3d', 'suspect', '', '', 'NV-1', '', '', false, cast({t} as date),"
                    + " cast({t} as date), {t}, 1, cast({t} as date), null, null, 20, 9, 2, 7, null, null, '1.0e-05',"
                    + " 'undecided', '', 'Fixture NV-1 failed 9 of 20 units.')",
            "insert into finding_history values ('0a1b2c3d', 1, cast({t} as date), {t}, cast({t} as date), null, 20, 9, 2,"
                    + " 'Fixture NV-1 failed 9 of 20 units.')",
            "insert into finding_note values ('0a1b2c3d', 'ann', {t}, 'new tester on order')",
            "insert into saved_query values ('worst-stations', 'Worst stations', 'select 1', 'ann', {t}, {t})",
            "insert into subscription values (1, 'ann', 'query', 'worst-stations', '{\"values\":{},\"lists\":{}}', 'monday',"
                    + " 'ann@example.com', {t}, 1, {t}, 'm', 'd', null)",
            "insert into report_cause values (1, '2025-04-18', 'packed', 'Tesla SXM4', '', 'again.csv')",
            "insert into query_history values (1, {t}, 'ann', 'api', 'select 1', 'done', 1, 400, null)",
            "insert into inbox_retry values ('half.csv', 10, 1745236800000, 1, {t}, 'truncated')",
            "insert into outbox_attachment select id, 1, 'a.txt', 'text/plain', 'YQ==' from outbox_message limit 1");

    private final Path folder;
    private final Path home;
    private final List<String> options;
    private final Cli cli;

    private SampleHome(Path folder, String database) {
        this.folder = folder;
        this.home = folder.resolve("home");
        this.options = List.of("--database", database);
        this.cli = new Cli(home);
    }

    /** Makes it in {@code home} of a folder; exports are written beside it. */
    static void make(Path folder, String database) throws IOException {
        SampleHome sample = new SampleHome(folder, database);
        sample.init();
        sample.load();
        sample.use();
        sample.change();
        sample.finish(database);
    }

    private void init() throws IOException {
        run(0, "init", "--name", "Sample plant");
        OwnFeed.addTo(home);
        Path checks = Files.createDirectories(new Home(home).checks());
        Files.writeString(checks.resolve("night.yaml"), """
                name: night_shift
                title: Nobody works at night
                dimension: validity
                severity: warn
                advice: ask who did
                select: select serial_number, export_id, row_number from workstation_master_log where hour = 2
                """);
    }

    private void load() throws IOException {
        List<String> exports = new ArrayList<>(demo());
        exports.add(OwnFeed.export(folder).toString());
        exports.add(TinyExport.write(folder).toString());
        exports.add(withARejectedRow());
        exports.add(Files.writeString(folder.resolve("bad.csv"), "nothing\n").toString());
        run(4, Stream.concat(Stream.of("ingest"), exports.stream()).toArray(String[]::new));
        Path revised = TinyExport.write(
                folder.resolve("revised.csv"), row("1724002", "PACKING", "2025-04-19 10:01:00", "Pass"));
        run(0, "ingest", revised.toString());
        Files.writeString(new Home(home).inbox().resolve("page.csv"), "nothing\n");
        Files.setLastModifiedTime(
                new Home(home).inbox().resolve("page.csv"),
                FileTime.from(Cli.CLOCK.instant().minusSeconds(3600)));
        run(1, "inbox");
        run(0, "aggregate");
    }

    private List<String> demo() {
        return DemoPlant.generate(new DemoSettings(LocalDate.of(2025, 4, 14), 7, 100, 1))
                .writeTo(folder.resolve("exports"))
                .stream()
                .filter(export -> small(export))
                .map(Path::toString)
                .toList();
    }

    private static boolean small(Path export) {
        try {
            return Files.size(export) < 25_000;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String withARejectedRow() {
        String[] rows = Stream.concat(
                        Stream.of(row("1725000", "FI", "soon", "Pass")),
                        Stream.iterate(1, n -> n <= 30, n -> n + 1)
                                .map(n -> row("17250" + (10 + n), "FI", "2025-02-18 08:" + (10 + n) + ":00", "Pass")))
                .toArray(String[]::new);
        return TinyExport.write(folder.resolve("rejected.csv"), rows).toString();
    }

    private void use() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        run(0, "users", "add", "ann", "--role", "admin", "--password-file", password.toString());
        run(0, "users", "add", "bob", "--role", "viewer");
        Ran token = run(0, "tokens", "create", "ann", "--title", "line", "--scope", "read", "--days", "366");
        Files.writeString(
                home.resolve(TOKEN_FILE), token.out().replaceAll("(?s).*: ", "").strip());
        ran("check", "--details");
        run(0, "report", "daily", "--day", "2025-04-18");
        run(0, "alert");
        run(0, "alerts", "mute", "1", "--until", "2025-05-01");
    }

    private void change() throws IOException {
        run(0, "wipe", "snfn", "--yes", "--reason", "trial");
        run(
                0,
                "undo",
                cli("runs", "--format", "csv")
                        .out()
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow()
                        .split(",")[0],
                "--yes");
        run(0, "purge", "--keep-months", "1", "--yes", "--reason", "a month is enough");
        run(0, "aggregate");
        Path again = TinyExport.write(
                folder.resolve("again.csv"),
                row("1724002", "PACKING", "2025-04-19 10:01:00", "Pass"),
                row("1724003", "FI", "2025-04-18 10:01:00", "Pass"));
        Path screws = OwnFeed.export(folder);
        run(0, "wipe", "torque", "--yes", "--reason", "tool was not calibrated");
        Files.writeString(screws, Files.readString(screws).replace("Fail", "Pass"));
        run(0, "ingest", again.toString(), screws.toString());
    }

    private void finish(String database) throws IOException {
        Plant plant = Plant.open(new Home(home));
        try (OpenPlant open = OpenPlant.open(plant.with(plant.settings().withDatabase(database)), Cli.CLOCK)) {
            open.warehouse()
                    .writeAll(session -> SERVER_ROWS.forEach(
                            sql -> session.execute(sql.replace("{t}", "timestamp '2025-04-21 12:00:00'"))));
            Files.write(home.resolve(COUNTS_FILE), open.warehouse().read(SampleHome::counts));
            // Without a write-ahead log the database is one file.
            open.warehouse().read(session -> session.execute("checkpoint"));
        }
    }

    /** Each table that does not follow from others, with the number of its rows. */
    static List<String> counts(Session session) {
        List<String> tables = session.texts("select table_name from information_schema.tables where"
                + " table_schema = current_schema() and table_type = 'BASE TABLE' and table_name not like '%\\_y____m__'"
                + " escape '\\' order by table_name");
        return tables.stream()
                .filter(table -> !FOLLOWS.matcher(table).matches())
                .map(table -> table + " " + session.number("select count(*) from " + table))
                .toList();
    }

    private Ran run(int exitCode, String... words) {
        Ran ran = cli(words);
        assertThat(ran.exitCode())
                .as("%s: %s%s", String.join(" ", words), ran.out(), ran.err())
                .isEqualTo(exitCode);
        return ran;
    }

    private Ran ran(String... words) {
        return cli(words);
    }

    private Ran cli(String... words) {
        return cli.run(Stream.concat(options.stream(), Stream.of(words)).toArray(String[]::new));
    }
}
