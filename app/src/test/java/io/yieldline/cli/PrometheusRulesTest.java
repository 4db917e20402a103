package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.yieldline.cli.Program.Ended;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus' own tool says of the alert rules, and which series fire them. */
class PrometheusRulesTest {
    private static final Path RULES = Path.of("..", "ops", "prometheus", "alerts.yml");
    private static final List<Path> PLACES = List.of(Path.of("/usr/bin/promtool"), Path.of("/usr/local/bin/promtool"));

    @TempDir
    Path temp;

    private Path promtool = PLACES.get(0);

    @BeforeEach
    void requirePromtool() {
        Stream<Path> installed = PLACES.stream().filter(Files::isExecutable);
        promtool = installed.findFirst().orElse(promtool);
        assumeTrue(Files.isExecutable(promtool), "promtool is not installed");
    }

    @Test
    void rulesAreValid() throws Exception {
        Ended ended = run("check", "rules", RULES.toRealPath().toString());
        assertThat(ended.out()).contains("SUCCESS: ").contains(" rules found");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
    }

    @Test
    void rulesFireForWhatTheyName() throws Exception {
        Ended ended = test(Files.readString(RULES));
        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    }

    @Test
    void ruleThatTakesAWarningForAFailure_isFound() throws Exception {
        Ended ended = test(Files.readString(RULES).replace("=~\"failed|could not run\"", "!=\"passed\""));
        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.out() + ended.err()).contains("alertname: YieldlineCheckFailed");
    }

    private Ended test(String rules) throws Exception {
        Files.writeString(temp.resolve("alerts.yml"), rules);
        Path tests = Files.writeString(temp.resolve("tests.yml"), expected());
        return run("test", "rules", tests.toString());
    }

    private static String expected() throws Exception {
        try (InputStream text = PrometheusRulesTest.class.getResourceAsStream("prometheus-rules-test.yml")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Ended run(String... words) throws Exception {
        return new Program(List.of(promtool.toString()), temp).run(Map.of(), words);
    }
}
