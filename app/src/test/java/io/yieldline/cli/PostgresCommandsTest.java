package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import io.yieldline.mart.Marts;
import io.yieldline.operation.ask.ShowOperation;
import io.yieldline.warehouse.TestPostgres;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands print the same on PostgreSQL as on DuckDB. */
@Tag("engines")
class PostgresCommandsTest {
    @TempDir
    Path temp;

    private final String database = TestPostgres.freshDatabase();
    private Cli duckDb;
    private Cli postgres;

    @BeforeEach
    void load() {
        duckDb = new Cli(temp.resolve("a"));
        postgres = new Cli(temp.resolve("b"));
        String export = TinyExport.write(temp).toString();
        String bad = TinyExport.write(temp.resolve("bad.csv"), TinyExport.row("1", "", "soon", "Pass"))
                .toString();
        duckDb.run("ingest", export, bad);
        onPostgres("ingest", export, bad);
        duckDb.run("aggregate");
        onPostgres("aggregate");
    }

    @Test
    void martsAndViews() {
        for (String table : ShowOperation.tables(Marts.builtIn())) {
            assertThat(onPostgres("--json", "show", table)).as(table).isEqualTo(duckDb.run("--json", "show", table));
        }
    }

    @Test
    void runsRejectsAndChecks() {
        assertThat(onPostgres("runs")).isEqualTo(duckDb.run("runs"));
        assertThat(onPostgres("-q", "check")).isEqualTo(duckDb.run("-q", "check"));
        assertThat(onPostgres("rejects", "--parked")).isEqualTo(duckDb.run("rejects", "--parked"));
        assertThat(onPostgres("--json", "rejects")).isEqualTo(duckDb.run("--json", "rejects"));
    }

    @Test
    void statusHidesThePassword() {
        Ran ran = postgres.run("--database", database + "&password=secret", "status");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains("PostgreSQL jdbc:postgresql://")
                .contains("password=***")
                .doesNotContain("secret");
    }

    private Ran onPostgres(String... words) {
        Ran ran = postgres.run(Stream.concat(Stream.of("--database", database), Stream.of(words))
                .toArray(String[]::new));
        return new Ran(ran.exitCode(), ran.out().replace("--home TEMP/b", "--home TEMP/a"), ran.err());
    }
}
