package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.cli.Cli.Ran;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Metrics of the demo plant by day and week, and that the data-quality score is one number. */
class MetricsCommandTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void load() {
        cli = Cli.demo(temp);
    }

    @Test
    void qualityScoreIsOneNumberEverywhere() {
        cli.run("check");
        cli.run("check", "duplicates", "--day", "2025-03-03");
        BigDecimal points = json("score").path("score").path("points").decimalValue();
        JsonNode days = json("metrics", "--last", "7d").path("history").path("summary");

        assertThat(points).isPositive();
        assertThat(days).hasSize(7);
        assertThat(days.get(6).path("quality_score").decimalValue()).isEqualByComparingTo(points);
        assertThat(cli.run("metrics").out()).contains("\nyieldline_quality_score " + points.doubleValue() + "\n");
        assertThat(cli.run("metrics", "--last", "1d", "--metric", "quality", "--format", "csv")
                        .out())
                .contains(",quality_score,", "," + points.setScale(2) + ",");
    }

    @Test
    void dailyTakesTheSamplesOfAPlantWithoutAServer() {
        cli.run("daily");
        String tables = cli.run("metrics", "--last", "1d", "--metric", "tables", "--format", "csv")
                .out();
        String text = cli.run("metrics", "--last", "1d").out();

        assertThat(tables)
                .startsWith("day,table,rows,change\n")
                .containsPattern(",workstation_master_log,[1-9][0-9]*,\n");
        assertThat(cli.run("metrics", "--last", "1d", "--metric", "steps").out())
                .contains("daily: ");
        assertThat(text)
                .contains("When the disk is full is not known yet: there are samples of 1 day; 7 are needed.\n")
                .endsWith(
                        " metrics --last 1d --metric METRIC (rows, steps, quality, tables, schedule, uptime, responses,"
                                + " space)\n");
    }

    @Test
    void text_beginsWithTheFirstDayThatHasSomething() {
        cli.run("daily");

        assertThat(cli.run("metrics", "--last", "90d").out().lines().skip(1))
                .first()
                .asString()
                .startsWith("2025-04-21  ");
        assertThat(cli.run("metrics", "--last", "90d", "--metric", "quality")
                        .out()
                        .lines())
                .filteredOn(line -> line.startsWith("2025-"))
                .hasSize(1);
    }

    @Test
    void wrongUseIsRefused() {
        assertThat(cli.run("metrics", "--metric", "rows"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                "yieldline: --weekly and --metric need --last; such as: yieldline --home TEMP/plant metrics --last 28d\n"));
        assertThat(cli.run("metrics", "--last", "1d", "--metric", "speed").exitCode())
                .isEqualTo(2);
    }

    private JsonNode json(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "--json";
        System.arraycopy(words, 0, all, 1, words.length);
        return JsonMapper.shared().readTree(cli.run(all).out());
    }
}
