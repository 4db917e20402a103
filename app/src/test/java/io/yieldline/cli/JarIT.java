package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.yieldline.TinyExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built jar as users run it: a process of its own, with its exit code and everything that it prints. */
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
        assertThat(ingest.err()).startsWith("Made a new plant in plant.\n[1/1] ");
        assertThat(run(Map.of(), "--home", "plant", "aggregate").exitCode()).isZero();
        assertThat(run(Map.of(), "--home", "plant", "show", "packing_daily", "--format", "csv"))
                .isEqualTo(new Ended(0, "day,model,part_number,packed\n2025-04-16,Tesla SXM4,692-1,1\n", ""));
    }

    @Test
    void aDemoPrintsNothingButItsResult() throws Exception {
        Ended demo = run(Map.of(), "--quiet", "demo", "--days", "7", "--units", "100");
        assertThat(demo.err()).isEmpty();
        assertThat(demo.exitCode()).isZero();
        assertThat(demo.out()).contains("A made-up plant stands in demo-plant.");
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
                .isEqualTo("yieldline: there is no plant in plant; make one with: yieldline --home plant init\n");
        assertThat(run(Map.of(), "--version").out()).matches("Yieldline [0-9.]+\n");
    }

    private Ended run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java(), "-jar", JAR.toString()));
        command.addAll(List.of(words));
        Path out = temp.resolve("out.txt");
        Path err = temp.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("YIELDLINE_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        int exitCode = process.waitFor();
        return new Ended(exitCode, Files.readString(out), Files.readString(err));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private record Ended(int exitCode, String out, String err) {}
}
