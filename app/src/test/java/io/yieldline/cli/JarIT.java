package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.yieldline.TinyExport;
import io.yieldline.cli.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built jar, run as a program. */
class JarIT {
    private static final Path JAR = Path.of("target", "yieldline.jar").toAbsolutePath();

    @TempDir
    Path temp;

    @BeforeEach
    void requireJar() {
        assumeTrue(Files.exists(JAR), () -> JAR + " is not built; run: mvn -B verify");
    }

    @Test
    void exportsGoInAndNumbersComeOut() throws Exception {
        Ended ingest = run(
                Map.of(), "--home", "plant", "ingest", TinyExport.write(temp).toString());
        assertThat(ingest.exitCode()).isZero();
        assertThat(ingest.out()).startsWith("1 export loaded, 0 known, 0 parked: 5 rows, 5 new, ");
        assertThat(ingest.err()).startsWith("Created a new plant in plant.\n[1/1] ");
        assertThat(run(Map.of(), "--home", "plant", "aggregate").exitCode()).isZero();
        assertThat(run(Map.of(), "--home", "plant", "show", "packing_daily", "--format", "csv"))
                .isEqualTo(new Ended(0, "day,model,part_number,packed\n2025-04-16,Tesla SXM4,692-1,1\n", ""));
    }

    @Test
    void aDemoPrintsNothingButItsResult() throws Exception {
        Ended demo = run(Map.of(), "--quiet", "demo", "--days", "7", "--units", "100");
        assertThat(demo.err()).isEmpty();
        assertThat(demo.exitCode()).isZero();
        assertThat(demo.out()).contains("Created a demo plant in demo-plant.");
    }

    @Test
    void theEnvironmentStandsInForOptions() throws Exception {
        Path home = temp.resolve("elsewhere");
        Map<String, String> environment = Map.of("YIELDLINE_HOME", home.toString(), "YIELDLINE_PROFILE", "etl-v2");
        assertThat(run(environment, "init").exitCode()).isZero();
        assertThat(home.resolve("yieldline.yaml")).content().contains("profile: etl-v2\n");
        assertThat(run(Map.of("YIELDLINE_HOME", home.toString(), "YIELDLINE_DATABASE", "oracle"), "status"))
                .isEqualTo(new Ended(
                        2,
                        "",
                        "yieldline: unknown database \"oracle\"; write duckdb or"
                                + " jdbc:postgresql://host:5432/name?user=...\n"));
        Path config = Files.writeString(temp.resolve("other.yaml"), "plant: other\nzone: Asia/Shanghai\n");
        assertThat(run(Map.of("YIELDLINE_HOME", home.toString(), "YIELDLINE_CONFIG", config.toString()), "status")
                        .out())
                .startsWith("Plant     other, plant time Asia/Shanghai");
    }

    @Test
    void exitCodesReachTheShell() throws Exception {
        assertThat(run(Map.of(), "nonsense").exitCode()).isEqualTo(2);
        assertThat(run(Map.of(), "status").err())
                .isEqualTo("yieldline: no plant in plant; create one with: yieldline --home plant init\n");
        assertThat(run(Map.of(), "--version").out()).matches("Yieldline [0-9.]+\n");
    }

    /** One that the launcher made before the build was repeated. */
    @Test
    void aBuildWithoutChangesKeepsTheArchiveOfClasses() throws Exception {
        Path archive = JAR.resolveSibling("yieldline-" + System.getProperty("java.version") + ".jsa");
        assumeTrue(
                Files.exists(archive)
                        && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(JAR)) >= 0,
                () -> archive + " is not of this jar; run: ./yieldline --version");
        List<String> strict = List.of(
                Program.java().toString(), "-Xshare:on", "-XX:SharedArchiveFile=" + archive, "-jar", JAR.toString());
        assertThat(new Program(strict, temp).run(Map.of(), "--version").exitCode())
                .isZero();
    }

    private Ended run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        return new Program(List.of(Program.java().toString(), "-jar", JAR.toString()), temp).run(environment, words);
    }
}
