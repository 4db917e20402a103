package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import io.yieldline.plant.Home;
import io.yieldline.plant.PlantId;
import io.yieldline.warehouse.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A home opens only the database of its own plant, until it adopts another one. */
class AdoptCommandTest {
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @TempDir
    Path temp;

    @Test
    void theDatabaseOfAnotherHome_isRefused() {
        String database = TestPostgres.freshDatabase();
        Cli own = new Cli(temp.resolve("own"));
        own.run("init", "--name", "Board plant");
        on(database, own, "ingest", TinyExport.write(temp).toString());
        Cli other = new Cli(temp.resolve("other"));
        other.run("init", "--name", "Trial");

        for (String command : new String[] {"rebuild", "status", "daily"}) {
            Ran refused = on(database, other, command);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .matches(
                            "yieldline: jdbc:postgresql://\\S+ belongs to plant \"Board plant\" \\(" + ID
                                    + "\\), the home"
                                    + " TEMP/other to plant \"Trial\" \\(no id yet\\); nothing was changed; use the home of that"
                                    + " plant, or another database; if they belong together, run: yieldline --home TEMP/other adopt\n");
        }
        assertThat(on(database, own, "show", "record_counts").out()).contains("workstation  2025-04-15        3\n");

        assertThat(on(database, other, "adopt").out())
                .matches("The home TEMP/other and its database are plant \"Trial\" now \\(" + ID + "\\)\\.\n");
        assertThat(on(database, other, "status").exitCode()).isZero();
    }

    @Test
    void theFileOfAnotherHome_isRefused() throws IOException {
        Cli own = Cli.loaded(temp);
        Cli other = new Cli(temp.resolve("other"));
        other.run("init");
        other.run("status");
        Files.copy(
                new Home(temp.resolve("plant")).database(),
                new Home(temp.resolve("other")).database(),
                StandardCopyOption.REPLACE_EXISTING);

        Ran refused = other.run("rebuild");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("TEMP/other/data/warehouse.duckdb belongs to plant \"plant\"");
        assertThat(other.run("doctor").out()).contains("belongs to plant \"plant\"");
        assertThat(own.run("status").exitCode()).isZero();
    }

    @Test
    void anotherEngine_isRefused() {
        String database = TestPostgres.freshDatabase();
        Cli cli = new Cli(temp.resolve("plant"));
        cli.run("init");
        on(database, cli, "ingest", TinyExport.write(temp).toString());

        Ran refused = cli.run("daily");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .matches(
                        "yieldline: the home TEMP/plant keeps plant \"plant\" in PostgreSQL \\(jdbc:postgresql://\\S+\\), not"
                                + " in DuckDB; nothing was changed; name its database in TEMP/plant/yieldline.yaml or"
                                + " YIELDLINE_DATABASE; to use DuckDB from now on, run: yieldline --home TEMP/plant adopt\n");
        assertThat(new Home(temp.resolve("plant")).database()).doesNotExist();
        assertThat(cli.run("adopt").exitCode()).isZero();
        assertThat(cli.run("status").exitCode()).isZero();
        assertThat(on(database, cli, "status").err())
                .contains("in DuckDB (TEMP/plant/data/warehouse.duckdb), not in PostgreSQL");
    }

    /** A terminal or a line of cron that lacks the variable of the database. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "daily",
                "weekly",
                "inbox",
                "retry",
                "aggregate",
                "check",
                "alert",
                "alerts",
                "backup",
                "serve",
                "status",
                "runs",
                "schedule",
                "report daily",
                "metrics",
                "score",
                "doctor",
                "rebuild --reason x --yes",
                "purge --keep-months 12 --reason x --yes",
                "restore latest --reason x --yes",
                "clean schema --reason x",
                "recover"
            })
    void everyCommandWithoutTheEngineOfTheHome_isRefused(String command) throws IOException {
        Cli cli = new Cli(temp.resolve("plant"));
        cli.run("init");
        Home home = new Home(temp.resolve("plant"));
        PlantId used = new PlantId(PlantId.random(), "PostgreSQL", "jdbc:postgresql://db/plant?user=me");
        used.write(home);
        Path waiting = TinyExport.write(
                home.inbox().resolve("waiting.csv"), TinyExport.row("1724007", "FI", "2025-04-18 08:05:00", "Pass"));
        Files.setLastModifiedTime(waiting, FileTime.from(Cli.CLOCK.instant().minusSeconds(3600)));

        Ran refused = cli.run(command.split(" "));

        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.out() + refused.err())
                .contains("keeps plant \"plant\" in PostgreSQL (jdbc:postgresql://db/plant?user=me), not in DuckDB");
        assertThat(waiting).exists();
        assertThat(home.database()).doesNotExist();
        assertThat(PlantId.of(home)).hasValue(used);
    }

    @Test
    void theEngineOfTheEnvironmentInsteadOfThatOfTheHome_isRefused_andTheInboxStays() throws IOException {
        Cli cli = Cli.loaded(temp);
        Path waiting = TinyExport.write(
                new Home(temp.resolve("plant")).inbox().resolve("waiting.csv"),
                TinyExport.row("1724007", "FI", "2025-04-18 08:05:00", "Pass"));
        Files.setLastModifiedTime(waiting, FileTime.from(Cli.CLOCK.instant().minusSeconds(3600)));

        Ran refused = on(TestPostgres.freshDatabase(), cli, "daily");

        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.err()).contains("in DuckDB (TEMP/plant/data/warehouse.duckdb), not in PostgreSQL");
        assertThat(waiting).exists();
        assertThat(cli.run("-q", "daily").out()).contains("1 export loaded");
        assertThat(waiting).doesNotExist();
    }

    @Test
    void aHomeWithoutItsFile_tellsItsEngineByItsReceipts() throws IOException {
        Cli cli = Cli.loaded(temp);
        Files.delete(new Home(temp.resolve("plant")).plantId());

        assertThat(on(TestPostgres.freshDatabase(), cli, "status").err()).contains("in DuckDB, not in PostgreSQL");
        assertThat(cli.run("status").exitCode()).isZero();
        assertThat(new Home(temp.resolve("plant")).plantId()).exists();
    }

    @Test
    void aMovedHome_opens() throws IOException {
        Cli.loaded(temp);
        Files.move(temp.resolve("plant"), temp.resolve("moved"));

        assertThat(new Cli(temp.resolve("moved")).run("status").exitCode()).isZero();
        assertThat(Files.readString(new Home(temp.resolve("moved")).plantId())).contains("/moved/data/");
    }

    private static Ran on(String database, Cli cli, String... words) {
        return cli.run(Stream.concat(Stream.of("--database", database), Stream.of(words))
                .toArray(String[]::new));
    }
}
