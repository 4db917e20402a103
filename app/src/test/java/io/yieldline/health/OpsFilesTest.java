package io.yieldline.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files for Prometheus and Grafana are what those programs read. */
class OpsFilesTest {
    private static final Path OPS = Path.of("..", "ops");

    @Test
    void everyRuleHasWhatPrometheusWants() {
        YamlNode group = YamlNode.read(OPS.resolve("prometheus/alerts.yml"))
                .get("groups")
                .items()
                .get(0);
        Set<String> names = new HashSet<>();
        for (YamlNode rule : group.get("rules").items()) {
            rule.entries(List.of("alert", "expr", "for", "labels", "annotations"));
            assertThat(names.add(rule.get("alert").text())).isTrue();
            assertThat(balanced(rule.get("expr").text()))
                    .as(rule.get("alert").text())
                    .isTrue();
            assertThat(rule.get("labels").get("severity").text()).isIn("warning", "critical");
            assertThat(rule.get("annotations").get("summary").text()).isNotBlank();
            rule.find("for").ifPresent(time -> assertThat(time.text()).matches("[1-9][0-9]*[smhd]"));
        }
        assertThat(names).hasSizeGreaterThan(10);
    }

    @Test
    void everyPanelAsksAndHasAPlace() throws IOException {
        JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(OPS.resolve("grafana/yieldline.json")));
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : dashboard.path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            assertThat(panel.path("gridPos").path("x").asInt()
                            + panel.path("gridPos").path("w").asInt())
                    .isLessThanOrEqualTo(24);
            for (JsonNode target : panel.path("targets")) {
                assertThat(balanced(target.path("expr").asString())).isTrue();
            }
        }
        assertThat(ids).hasSize(23);
    }

    private static boolean balanced(String expression) {
        String left = expression.replaceAll("\"[^\"]*\"", "");
        for (String before = ""; !before.equals(left); ) {
            before = left;
            left = left.replaceAll("\\([^()\\[\\]{}]*\\)|\\[[^()\\[\\]{}]*]|\\{[^()\\[\\]{}]*}", "x");
        }
        return !expression.isBlank() && !left.matches("(?s).*[()\\[\\]{}].*");
    }
}
