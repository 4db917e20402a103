package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import io.yieldline.plant.Home;
import io.yieldline.warehouse.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
