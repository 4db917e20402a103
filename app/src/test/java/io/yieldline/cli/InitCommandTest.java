package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.cli.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a plant is made. */
class InitCommandTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void open() {
        cli = new Cli(temp.resolve("plant"));
    }

    @Test
    void makesAPlant() {
        assertThat(cli.run("init", "--name", "Board plant 2", "--zone", "America/Chicago"))
                .isEqualTo(new Ran(0, """
                Created plant in TEMP/plant (plant time: America/Chicago, rules: plant).
                  settings  TEMP/plant/yieldline.yaml
                  rules     TEMP/plant/rules.yaml
                Next: yieldline --home TEMP/plant ingest FILE_OR_FOLDER...
                """, ""));
        assertThat(temp.resolve("plant/yieldline.yaml"))
                .content()
                .contains("plant: \"Board plant 2\"\n", "zone: America/Chicago\n", "profile: plant\n");
        assertThat(cli.run("show", "packing_daily").out()).isEqualTo("0 rows of packing_daily.\n");
    }

    @Test
    void refusesToTouchOneThatIsThere() {
        cli.run("init");
        assertThat(cli.run("init"))
                .isEqualTo(
                        new Ran(
                                1,
                                "",
                                "yieldline: TEMP/plant already contains a plant; change its settings in TEMP/plant/yieldline.yaml\n"));
    }

    @Test
    void reportsAsJson() {
        JsonNode made = JsonMapper.shared().readTree(cli.run("--json", "init").out());
        assertThat(made.propertyNames()).containsExactly("home", "settings", "rules");
    }

    @Test
    void keepsItsProfile() {
        cli.run("--profile", "etl-v2", "init");
        assertThat(cli.run("status").out()).contains("rules etl-v2");
        assertThat(cli.run("--profile", "plant", "status"))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "yieldline: the plant in TEMP/plant was created with profile etl-v2, not plant;"
                                + " omit --profile, or create another plant with it\n"));
    }

    @Test
    void wrongWords() {
        assertThat(cli.run("init", "--zone", "New York").err())
                .isEqualTo("yieldline: Invalid value for option '--zone': \"New York\" is not a valid time zone;"
                        + " write a name such as America/New_York\nsee: yieldline init --help\n");
        assertThat(cli.run("--profile", "mine", "init"))
                .isEqualTo(new Ran(2, "", "yieldline: unknown profile \"mine\"; valid values: plant, etl-v2\n"));
        assertThat(cli.run("status"))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "yieldline: no plant in TEMP/plant; create one with: yieldline --home TEMP/plant init\n"));
    }

    @Test
    void refusesUnknownDatabases() {
        cli.run("init");
        assertThat(cli.run("--database", "jdbc:mysql://x", "status"))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "yieldline: unknown database \"jdbc:mysql://x\"; write duckdb or"
                                + " jdbc:postgresql://host:5432/name?user=...\n"));
    }

    @Test
    void aCommandToRunAgainHasNoPassword() throws IOException {
        cli.run("init");
        Path config = Files.writeString(temp.resolve("other.yaml"), "colour: red\n");
        assertThat(cli.run(
                                "--config=" + config,
                                "--database=jdbc:postgresql://ann:geheim@db/plant?password=geheim",
                                "status")
                        .err())
                .contains("; correct it, then run: yieldline --home TEMP/plant --config=TEMP/other.yaml")
                .doesNotContain("geheim");
    }

    @Test
    void readsOtherSettings() throws IOException {
        cli.run("init");
        Path config = Files.writeString(temp.resolve("other.yaml"), "plant: other\nzone: Asia/Shanghai\n");
        assertThat(cli.run("--config", config.toString(), "status").out())
                .startsWith("Plant     other, plant time Asia/Shanghai, rules plant\n");
        Files.writeString(config, "plant: other\nzone: Asia/Shanghai\ncolour: red\n");
        assertThat(cli.run("--config", config.toString(), "status").err())
                .isEqualTo("yieldline: TEMP/other.yaml:3: unknown key \"colour\"; valid values: plant, zone, profile,"
                        + " database, ingest, duckdb, serve, schedule, checks, alerts, report, backup, rate_shifts, retests, store, query; correct it, then run: yieldline --home TEMP/plant --config"
                        + " TEMP/other.yaml status\n");
    }

    @Test
    void aHomeMayHaveTheNameOfACommand() {
        assertThat(cli.run("init", "--name", "daily").err()).isEmpty();
        assertThat(cli.run("status").out()).startsWith("Plant     daily, ");
    }

    @Test
    void aHomeWithASemicolon_isRefusedAtOnce() {
        Cli cli = new Cli(temp.resolve("a;b"));
        cli.run("init");

        assertThat(cli.run("status").err())
                .isEqualTo(
                        "yieldline: TEMP/a;b/data/warehouse.duckdb: DuckDB cannot open a file whose path has a semicolon;"
                                + " rename the directory of the home\n");
    }
}
