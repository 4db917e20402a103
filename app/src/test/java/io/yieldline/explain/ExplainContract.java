package io.yieldline.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.yieldline.TinyExport;
import io.yieldline.UserError;
import io.yieldline.demo.DemoPlant;
import io.yieldline.demo.DemoSettings;
import io.yieldline.explain.Explanation.Count;
import io.yieldline.mart.Mart;
import io.yieldline.mart.Marts;
import io.yieldline.operation.CsvTable;
import io.yieldline.operation.TestPlant;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows behind a number, on the engine that a subclass names. */
abstract class ExplainContract {
    private static final DemoSettings DEMO = new DemoSettings(LocalDate.of(2025, 3, 3), 14, 200, 7);

    @TempDir
    Path folder;

    private final Engine engine;

    ExplainContract(Engine engine) {
        this.engine = engine;
    }

    @Test
    void rowsAddUpToEveryMart() {
        try (TestPlant plant = demo()) {
            for (Mart mart : Marts.builtIn().all()) {
                RandomCells cells = new RandomCells(plant.warehouse(), mart, 3);
                for (int i = 0; i < 12; i++) {
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
    void rolledYieldsAreTheProductOfTheirFactors() {
        try (TestPlant plant = demo()) {
            Composition rolled = composition(plant, "rolled_yield_weekly", Map.of());
            int yield = rolled.numbers().columns().indexOf("yield");
            for (List<Object> row : rolled.numbers().rows()) {
                List<List<Object>> parts = rolled.parts().rows().stream()
                        .filter(part -> part.subList(0, 3).equals(row.subList(0, 3)))
                        .toList();
                double product = parts.stream()
                        .mapToDouble(part ->
                                part.get(4) == null ? Double.NaN : (double) (long) part.get(4) / (long) part.get(5))
                        .reduce(1, (one, other) -> one * other);
                if (row.get(yield) == null) {
                    assertThat(product).as(row.toString()).isNaN();
                } else {
                    assertThat(product)
                            .as(row.toString())
                            .isCloseTo(((Number) row.get(yield)).doubleValue(), within(0.000001));
                }
            }
            assertThat(rolled.numbers().rows()).hasSizeGreaterThan(3);
        }
    }

    @Test
    void partsOfAViewAreWhatTheirCommandsExplain() {
        try (TestPlant plant = demo()) {
            for (String view : ViewParts.VIEWS) {
                Table parts =
                        composition(plant, view, Map.of("week", "2025-w10")).parts();
                assertThat(parts.rows()).as(view).isNotEmpty();
                for (List<Object> part : parts.rows()) {
                    assertPart(plant, part.subList(parts.columns().indexOf("number"), part.size()));
                }
            }
        }
    }

    /** Number, numerator, denominator, percent, and the command that explains them. */
    private static void assertPart(TestPlant plant, List<Object> part) {
        List<String> words = new ArrayList<>();
        Matcher word =
                Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(part.get(4).toString());
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        List<String> keys = words.subList(3, words.size()).stream()
                .map(text -> text.replaceFirst("^--", ""))
                .toList();
        Explanation explanation = explain(plant, words.get(2), keys.toArray(String[]::new));
        assertThat(explanation.addsUp()).as(part.toString()).isTrue();
        if (part.get(1) != null) {
            assertThat(Stream.concat(
                            explanation.counts().stream().map(count -> List.<Object>of(count.listed())),
                            explanation.ratios().stream()
                                    .map(ratio -> List.<Object>of(ratio.numerator(), ratio.denominator()))))
                    .as(part.toString())
                    .contains(part.get(2) == null ? List.of(part.get(1)) : part.subList(1, 3));
        }
    }

    @Test
    void keysOfAView() {
        try (TestPlant plant = small()) {
            assertThat(composition(plant, "weekly_summary", Map.of("model", ""))
                            .numbers()
                            .rows())
                    .isEmpty();
            assertThatThrownBy(() -> composition(plant, "packing_weekly", Map.of("station", "FI")))
                    .isInstanceOf(UserError.class)
                    .hasMessage("packing_weekly has no key \"station\"; valid keys: week, model");
        }
    }

    private static Composition composition(TestPlant plant, String view, Map<String, String> keys) {
        return (Composition) new Explain(plant.warehouse(), Marts.builtIn()).prove(view, keys);
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

    private static Explanation explain(TestPlant plant, String mart, String... keys) {
        Map<String, String> cell = new LinkedHashMap<>();
        for (int i = 0; i < keys.length; i += 2) {
            cell.put(keys[i], keys[i + 1]);
        }
        return new Explain(plant.warehouse(), Marts.builtIn()).explain(mart, cell);
    }

    private TestPlant demo() {
        return TestPlant.copy("explained", engine, folder, (plant, original) -> {
            plant.load(DemoPlant.generate(DEMO).writeTo(original.resolve("exports")));
            plant.refresh();
        });
    }

    /** Two exports: the second shows the first row again, and a row of the first with another status. */
    private TestPlant small() {
        TestPlant plant = TestPlant.on(engine, folder.resolve("home"));
        plant.load(
                List.of(
                        TinyExport.write(
                                folder.resolve("first.csv"),
                                TinyExport.row("1724001", "FI", "2025-04-15 08:00:00", "Pass"),
                                TinyExport.row("1724002", "FI", "2025-04-15 09:00:00", "Fail"),
                                TinyExport.row("1724003", "FI", "2025-04-15 10:00:00", ""),
                                TinyExport.row("1724004", "FI", "2025-04-15 11:00:00", "Pass")
                                        .replace(",NC,", ",RO,"),
                                TinyExport.row("1724005", "FI", "soon", "Pass")),
                        TinyExport.write(
                                folder.resolve("second.csv"),
                                TinyExport.row("1724001", "FI", "2025-04-15 08:00:00", "Pass"),
                                TinyExport.row("1724002", "FI", "2025-04-15 09:00:00", "Pass"),
                                TinyExport.row("1724006", "PACKING", "2025-04-16 09:00:00", "Pass"))),
                new BigDecimal(50));
        plant.refresh();
        return plant;
    }

    private static List<String> lines(Table table, String... columns) {
        return table.rows().stream()
                .map(row -> List.of(columns).stream()
                        .map(column -> CsvTable.text(row.get(table.columns().indexOf(column))))
                        .map(text -> text.isEmpty() ? "-" : text.replaceFirst("^/.*/", ""))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
