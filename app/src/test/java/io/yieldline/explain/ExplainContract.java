package io.yieldline.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.TinyExport;
import io.yieldline.UserError;
import io.yieldline.explain.Explanation.Count;
import io.yieldline.mart.Mart;
import io.yieldline.mart.Marts;
import io.yieldline.operation.TestPlant;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rows behind a number, on the engine that a subclass names. */
abstract class ExplainContract extends ExplainSuite {
    ExplainContract(Engine engine) {
        super(engine);
    }

    @Test
    void rowsAddUpToEveryMart() {
        try (TestPlant plant = demo()) {
            for (Mart mart : Marts.builtIn().all()) {
                RandomCells cells = new RandomCells(plant.warehouse(), mart, 3);
                for (int i = 0; i < 5; i++) {
                    assertAddsUp(plant, mart, cells, cells.whole());
                    assertAddsUp(plant, mart, cells, cells.part());
                }
            }
        }
    }

    @Test
    void sumOverDays_isTheSumOfTheMart() {
        try (TestPlant plant = demo()) {
            for (Mart mart : Marts.builtIn().all()) {
                Explanation all = explain(plant, mart.name());
                Explanation range = explain(plant, mart.name(), "from", "2025-03-03", "to", "2025-03-31");
                assertThat(range.addsUp()).as(mart.name()).isTrue();
                assertThat(range.counts()).as(mart.name()).isEqualTo(all.counts());
            }
            assertThat(explain(plant, "station_yield_daily", "from", "2025-03-05", "to", "2025-03-06", "station", "FI")
                            .records()
                            .rows())
                    .hasSize((int) (records(plant, "2025-03-05") + records(plant, "2025-03-06")));
        }
    }

    private static long records(TestPlant plant, String day) {
        return explain(plant, "station_yield_daily", "day", day, "station", "FI")
                .records()
                .rows()
                .size();
    }

    @Test
    void saysWhatWasLeftOutAndWhy() {
        try (TestPlant plant = small()) {
            Explanation fi = explain(plant, "station_yield_daily", "day", "2025-04-15", "station", "FI");
            assertThat(lines(fi.records(), "serial_number", "status", "file", "row", "total", "passed", "failed"))
                    .containsExactly(
                            "1724001 Pass first.csv 2 1 1 0",
                            "1724002 Pass second.csv 3 1 1 0",
                            "1724003 - first.csv 4 1 0 0");
            assertThat(lines(fi.leftOut(), "reason", "serial_number", "file", "row"))
                    .containsExactly(
                            "out of scope: its flow or station is not production (rules.yaml) 1724004 first.csv 5",
                            "replaced by export 2, row 3 1724002 first.csv 3",
                            "duplicate of export 1, row 2 1724001 second.csv 2",
                            "unjudged: counted in total, not in yield 1724003 first.csv 4",
                            "rejected: History station start time \"soon\" is not a valid timestamp; write it as 2025-04-15 13:45:00 - first.csv 6");
            assertThat(fi.ratios())
                    .containsExactly(new Explanation.Quotient(
                            "yield",
                            "share of the judged records that passed",
                            "passed / (passed + failed)",
                            2,
                            2,
                            new BigDecimal("100.00")));
        }
    }

    @Test
    void unitsOfAnotherDay() {
        try (TestPlant plant = small()) {
            plant.load(TinyExport.write(
                    folder.resolve("later.csv"),
                    TinyExport.row("1724003", "FI", "2025-04-16 08:00:00", "Pass"),
                    TinyExport.row("1724003", "FI", "2025-04-17 08:00:00", "Pass")));
            plant.refresh();
            Explanation later = explain(plant, "unit_first_pass_daily", "day", "2025-04-17");
            assertThat(later.records().rows()).isEmpty();
            assertThat(lines(later.leftOut(), "reason", "serial_number", "row"))
                    .containsExactly("its unit counts in day 2025-04-16 1724003 3");
        }
    }

    @Test
    void staleMartsAreNamed() {
        try (TestPlant plant = small()) {
            plant.load(TinyExport.write(
                    folder.resolve("later.csv"), TinyExport.row("1724009", "FI", "2025-04-15 18:00:00", "Fail")));
            Explanation fi = explain(plant, "station_yield_daily", "day", "2025-04-15");
            assertThat(fi.addsUp()).isFalse();
            assertThat(fi.counts().stream().map(Count::shown)).containsExactly(3L, 2L, 0L, 1L);
            assertThat(fi.counts().stream().map(Count::listed)).containsExactly(4L, 2L, 1L, 1L);
            assertThat(fi.notes())
                    .containsExactly("The mart is stale: the records do not add up to it; run aggregate.");
        }
    }

    @Test
    void textsAreFoundInAnyCaseAndBlanksByAnEmptyText() {
        try (TestPlant plant = small()) {
            assertThat(explain(plant, "station_yield_daily", "station", "fi", "model", "tesla sxm4")
                            .records()
                            .rows())
                    .hasSize(3);
            assertThat(explain(plant, "station_yield_daily", "model", "")
                            .records()
                            .rows())
                    .isEmpty();
        }
    }

    @Test
    void aStationReasonThatALaterExportBringsIsTheCodeOfTheFailure() throws IOException {
        try (TestPlant plant = small()) {
            Path later = TinyExport.write(
                    folder.resolve("reason.csv"), TinyExport.row("1724007", "FI", "2025-04-15 12:00:00", "Fail"));
            plant.load(later);
            plant.refresh();
            String plain = Files.readString(later);
            plant.load(Files.writeString(
                    later, plain.replaceFirst("\n", ",Station reason\n").replace("Fail\n", "Fail,Scratch\n")));
            plant.refresh();

            Explanation scratched = explain(plant, "all_failure_daily", "code", "scratch");
            assertThat(scratched.addsUp()).isTrue();
            assertThat(lines(scratched.records(), "source", "serial_number", "station", "failures"))
                    .containsExactly("workstation 1724007 FI 1");
        }
    }

    @Test
    void aFailureOfBothLogsIsARecordOfOne() {
        try (TestPlant plant = demo()) {
            Explanation twins = explain(plant, "all_failure_daily", "day", "2025-03-04", "station", "BAT");
            assertThat(twins.addsUp()).isTrue();
            assertThat(lines(twins.leftOut(), "reason")).contains("counted as its record in the testboard log");
            assertThat(twins.scope()).contains("testboard: t.verdict = 'fail'", "workstation: w.verdict = 'fail'");
        }
    }

    @Test
    void seenTwiceMore() {
        try (TestPlant plant = small()) {
            for (String name : List.of("again.csv", "more.csv")) {
                plant.load(TinyExport.write(
                        folder.resolve(name),
                        TinyExport.row("1724001", "FI", "2025-04-15 08:00:00", "Pass"),
                        TinyExport.row(name, "FI", "2025-04-15 20:00:00", "Pass")));
            }
            plant.refresh();
            Explanation week = explain(plant, "first_pass_weekly");
            assertThat(week.addsUp()).isTrue();
            assertThat(lines(week.records(), "serial_number", "row")).hasSize(6).doesNotHaveDuplicates();
            assertThat(lines(week.leftOut(), "reason", "serial_number", "file", "row"))
                    .filteredOn(line -> line.startsWith("duplicate"))
                    .containsExactly(
                            "duplicate of export 1, row 2 1724001 second.csv 2",
                            "duplicate of export 1, row 2 1724001 again.csv 2",
                            "duplicate of export 1, row 2 1724001 more.csv 2");
        }
    }

    @Test
    void wrongKeys() {
        try (TestPlant plant = small()) {
            refused(plant, "day", "15.4.", "day \"15.4.\" is not a valid date; write it as 2025-04-15");
            refused(
                    plant,
                    "fixture",
                    "1",
                    "station_yield_daily has no key \"fixture\"; valid keys: day, model, station");
            refused(plant, "from", "soon", "from \"soon\" is not a valid date; write it as 2025-04-15");
            assertThatThrownBy(() -> explain(plant, "station_yield_daily", "day", "2025-04-15", "from", "2025-04-15"))
                    .isInstanceOf(UserError.class)
                    .hasMessage("give day, or from and to, not both");
        }
    }

    private static void refused(TestPlant plant, String key, String value, String message) {
        assertThatThrownBy(() -> explain(plant, "station_yield_daily", key, value))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
    }

    private void assertAddsUp(TestPlant plant, Mart mart, RandomCells cells, Map<String, String> keys) {
        Explanation explanation = new Explain(plant.warehouse(), Marts.builtIn()).explain(mart.name(), keys);
        assertThat(explanation.addsUp()).as(mart.name() + " " + keys).isTrue();
        for (Count count : explanation.counts()) {
            assertThat(count.listed())
                    .as(mart.name() + " " + keys + " " + count.name())
                    .isEqualTo(cells.sum(count.name(), keys));
        }
        assertThat(explanation.records().rows()).as(mart.name() + " " + keys).isNotEmpty();
    }
}
