package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import io.yieldline.api.auth.ApiTokens;
import io.yieldline.api.auth.Password;
import io.yieldline.api.auth.Users;
import io.yieldline.cli.Cli.Ran;
import io.yieldline.operation.OpenPlant;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.BeforeMigration;
import io.yieldline.warehouse.DuckDbLimits;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Warehouses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A home that an earlier version made opens with this one, and keeps everything; its marts agree with a rebuild. */
@Tag("engines")
class EarlierHomesTest {
    /** Filled from the master logs when the home opens, because its definition changed; and what that takes. */
    private static final List<String> FILLED_AGAIN = List.of("unit_run", "stale_unit");

    @TempDir
    Path temp;

    private Path home;
    private String database;
    private Cli cli;

    static Stream<Arguments> homes() throws IOException {
        return HomeFile.versions().stream()
                .flatMap(version -> Stream.of(Engine.values()).map(engine -> Arguments.of(version, engine)));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void keepsItsRowsUsersAndTokens(String version, Engine engine) throws IOException {
        unpack(version, engine);

        try (OpenPlant open = open()) {
            assertThat(open.warehouse().read(SampleHome::counts))
                    .containsAll(Files.readAllLines(home.resolve(SampleHome.COUNTS_FILE)).stream()
                            .filter(count -> !FILLED_AGAIN.contains(count.split(" ")[0]))
                            .toList());
            Users.Kept ann = new Users(open.warehouse(), Cli.CLOCK).find("ann").orElseThrow();
            assertThat(Password.matches(SampleHome.PASSWORD, ann.passwordHash()))
                    .isTrue();
            assertThat(new ApiTokens(open.warehouse(), Cli.CLOCK)
                            .find(Files.readString(home.resolve(SampleHome.TOKEN_FILE))))
                    .hasValueSatisfying(identity -> assertThat(identity.user()).isEqualTo("ann"));
        }
        assertThat(run(0, "audit").out()).endsWith("3 records, each follows from the one before it.\n");
        assertThat(run(0, "users").out()).contains("ann   admin   false").contains("bob   viewer  true");
    }

    @ParameterizedTest
    @MethodSource("homes")
    void martsAgreeWithARebuild(String version, Engine engine) throws IOException {
        unpack(version, engine);
        run(0, "aggregate");
        Map<String, String> before = exported("before");

        run(0, "rebuild");

        assertThat(exported("after")).isEqualTo(before);
        run(0, "doctor");
    }

    @ParameterizedTest
    @MethodSource("homes")
    void itsBackupsAreVerifiedAndUndoItsRuns(String version, Engine engine) throws IOException {
        unpack(version, engine);
        run(0, "verify-backup", "--all");

        String purge = run(0, "runs", "--format", "csv", "--limit", "30")
                .out()
                .lines()
                .filter(line -> line.contains(",purge,"))
                .map(line -> line.split(",")[0])
                .findFirst()
                .orElseThrow();
        run(0, "undo", purge, "--yes");

        assertThat(run(0, "show", "record_counts", "--where", "day=2025-02-18").out())
                .contains("workstation  2025-02-18       30\n");
        run(0, "doctor");
    }

    @ParameterizedTest
    @MethodSource("homes")
    void aBackupIsTakenBeforeTheMigration(String version, Engine engine) throws IOException {
        unpack(version, engine);
        int schema = schema(engine);
        run(0, "status");

        List<String> backups = run(0, "backups", "--format", "csv")
                .out()
                .lines()
                .filter(line -> line.contains("before migration " + schema + " to "))
                .toList();
        assertThat(backups).hasSize(1);
        String backup = backups.get(0).split(",")[0];
        run(0, "wipe", "--all", "--yes");
        run(0, "restore", backup, "--yes");
        try (OpenPlant open = open()) {
            assertThat(open.warehouse().read(SampleHome::counts)).contains(logCounts());
        }
        assertThat(run(0, "backups").out()).containsOnlyOnce("before migration");
    }

    @ParameterizedTest
    @MethodSource("homes")
    void withoutRoomForTheBackup_nothingIsMigrated(String version, Engine engine) throws IOException {
        unpack(version, engine);
        int schema = schema(engine);
        Files.move(home.resolve("backups"), temp.resolve("backups"));
        Files.createFile(home.resolve("backups"));

        assertThat(run(1, "status").err())
                .startsWith("yieldline: TEMP/home/backups: cannot be listed (")
                .contains("; the database was not migrated from schema " + schema + " to ")
                .endsWith(", because no backup could be taken first; to migrate without one, write backup:"
                        + " before_migration: false in TEMP/home/yieldline.yaml\n");
        assertThat(schema(engine)).isEqualTo(schema);

        Path settings = home.resolve("yieldline.yaml");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replaceFirst("  before_migration: .*\n", "")
                        .replaceFirst("backup:\n", "backup:\n  before_migration: false\n"));
        run(0, "status");
        assertThat(schema(engine)).isGreaterThan(schema);
    }

    /** The number of migrations of the database as it is. */
    private int schema(Engine engine) {
        AtomicInteger found = new AtomicInteger();
        BeforeMigration look = (warehouse, schema, supported) -> {
            found.set(schema);
            throw new UserError("only to look");
        };
        assertThatThrownBy(() -> {
                    if (engine == Engine.DUCKDB) {
                        Warehouses.openDuckDb(new Home(home).database(), DuckDbLimits.DEFAULT, look);
                    } else {
                        Warehouses.openPostgres(database, look);
                    }
                })
                .hasMessage("only to look");
        return found.get();
    }

    private String[] logCounts() throws IOException {
        return Files.readAllLines(home.resolve(SampleHome.COUNTS_FILE)).stream()
                .filter(line -> line.contains("_master_log "))
                .toArray(String[]::new);
    }

    private void unpack(String version, Engine engine) throws IOException {
        home = temp.resolve("home");
        database = HomeFile.of(version, engine).unpack(home);
        cli = new Cli(home);
    }

    private OpenPlant open() {
        Plant plant = Plant.open(new Home(home));
        return OpenPlant.open(plant.with(plant.settings().withDatabase(database)), Cli.CLOCK);
    }

    /** The rows of every mart and view. */
    private Map<String, String> exported(String name) throws IOException {
        Path folder = temp.resolve(name);
        run(0, "export", "--folder", folder.toString());
        Map<String, String> rows = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                rows.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return rows;
    }

    private Ran run(int exitCode, String... words) {
        Ran ran = cli.run(Stream.concat(List.of("--database", database).stream(), Stream.of(words))
                .toArray(String[]::new));
        assertThat(ran.exitCode())
                .as("%s: %s%s", String.join(" ", words), ran.out(), ran.err())
                .isEqualTo(exitCode);
        return ran;
    }
}
