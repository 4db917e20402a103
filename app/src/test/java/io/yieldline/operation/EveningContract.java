package io.yieldline.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.demo.DemoPlant;
import io.yieldline.demo.DemoSettings;
import io.yieldline.explain.Explanation;
import io.yieldline.mart.DayRange;
import io.yieldline.operation.ask.DiffOperation;
import io.yieldline.operation.ask.ExplainOperation;
import io.yieldline.operation.ask.ShowOperation;
import io.yieldline.operation.load.SnapshotOperation;
import io.yieldline.operation.watch.ReportOperation;
import io.yieldline.operation.watch.ReportOperation.What;
import io.yieldline.report.Stored;
import io.yieldline.store.SnapshotDifference;
import io.yieldline.store.SnapshotDifference.CellChange;
import io.yieldline.store.SnapshotDifference.ExportChange;
import io.yieldline.store.Snapshots;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a plant said on each evening can be seen again as it was: marts, the records behind them, reports, and what changed since. */
abstract class EveningContract extends EnginePlant {
    /** Two weeks of two months. */
    private static final DemoPlant DEMO = DemoPlant.generate(new DemoSettings(LocalDate.of(2025, 3, 24), 14, 100, 3));

    /** Evenings with a report; a whole month with {@code -Dyieldline.evenings=30}. */
    private static final int EVENINGS = Integer.getInteger("yieldline.evenings", 8);

    EveningContract(Engine engine) {
        super(engine);
    }

    /** Two weeks in which exports come late and correct others: every evening can be seen again as it was, with the records behind it. */
    @Test
    void martsAndRecords_asOfEachEvening_areWhatTheyWere() {
        Random random = new Random(8);
        List<Path> exports = new ArrayList<>(DEMO.writeTo(folder.resolve("exports")));
        Collections.shuffle(exports, random);
        TreeMap<LocalDate, Map<String, Table>> evenings = new TreeMap<>();
        Map<LocalDate, List<Asked>> explained = new TreeMap<>();
        Map<LocalDate, List<Long>> loaded = new TreeMap<>();
        for (int i = 0; i < exports.size(); i += 2) {
            long known = plant.number("select max(id) from export");
            plant.load(exports.subList(i, Math.min(i + 2, exports.size())));
            plant.refresh();
            plant.run(new SnapshotOperation(), new SnapshotOperation.Parameters());
            LocalDate day = plant.parts().now().toLocalDate();
            evenings.put(day, shown(null));
            explained.put(day, explained(random));
            loaded.put(
                    day,
                    LongStream.rangeClosed(known + 1, plant.number("select max(id) from export"))
                            .boxed()
                            .toList());
            plant.pass(Duration.ofDays(1));
        }
        assertThat(evenings).hasSizeGreaterThan(snapshots().settings().versions() + 2);
        evenings.forEach(
                (day, marts) -> assertThat(shown(day)).as("evening of " + day).isEqualTo(marts));
        explained.forEach((day, cells) -> cells.forEach(cell -> assertThat(without(explain(cell.parameters(), day)))
                .as("evening of " + day)
                .isEqualTo(without(cell.answer()))));
        assertThat(explained.values().stream()
                        .flatMap(List::stream)
                        .filter(cell -> cell.answer().addsUp()))
                .hasSizeGreaterThan(10);
        LocalDate earlier = evenings.firstKey();
        for (LocalDate day : evenings.tailMap(earlier, false).keySet()) {
            SnapshotDifference found = diff(earlier, day);
            assertThat(found.listed().stream().map(EveningContract::line).toList())
                    .as("from " + earlier + " to " + day)
                    .doesNotHaveDuplicates()
                    .hasSize((int) found.cells())
                    .containsExactlyInAnyOrderElementsOf(differences(evenings.get(earlier), evenings.get(day)));
            assertThat(found.exports().stream().map(ExportChange::export).toList())
                    .isEqualTo(loaded.get(day));
            earlier = day;
        }
        assertThat(diff(earlier, earlier).cells()).isZero();
        assertThat(shown(LocalDate.of(2030, 1, 1))).isEqualTo(shown(null));
        assertThatThrownBy(() -> shown(LocalDate.of(2025, 1, 1)))
                .hasMessage("there is no snapshot of the evening of 2025-01-01; the nearest one is of 2025-06-02; see:"
                        + " yieldline snapshots");

        plant.pass(Duration.ofDays(snapshots().settings().recordEvenings()));
        snapshots().tidying().all();
        LocalDate first = LocalDate.of(2025, 6, 2);
        assertThat(shown(first)).as("marts without records").isEqualTo(evenings.get(first));
        assertThatThrownBy(() -> explain(explained.get(first).get(0).parameters(), first))
                .hasMessageMatching("the snapshot of the evening of 2025-06-02 no longer has the records that"
                        + " \\w+ needs \\(store: record_evenings\\); the nearest one is of 2025-\\d\\d-\\d\\d; see:"
                        + " yieldline snapshots");
    }

    /** Random cells of three marts, with their explanations. */
    private List<Asked> explained(Random random) {
        List<Asked> asked = new ArrayList<>();
        for (String mart : List.of("station_yield_daily", "failure_daily", "unit_first_pass_daily")) {
            List<Row> rows = plant.table("select * from " + mart).named().toList();
            if (!rows.isEmpty()) {
                Row row = rows.get(random.nextInt(rows.size()));
                Map<String, String> keys = new TreeMap<>();
                plant.parts()
                        .marts()
                        .get(mart)
                        .key()
                        .forEach(key -> keys.put(key, Objects.toString(row.value(key), "")));
                ExplainOperation.Parameters parameters = new ExplainOperation.Parameters(mart, keys, null);
                asked.add(new Asked(parameters, explain(parameters, null)));
            }
        }
        return asked;
    }

    private Explanation explain(ExplainOperation.Parameters cell, @Nullable LocalDate asOf) {
        return (Explanation)
                plant.ask(new ExplainOperation(), new ExplainOperation.Parameters(cell.mart(), cell.keys(), asOf))
                        .explanation();
    }

    /** All of an explanation but the notes, which name the snapshot. */
    private static List<Object> without(Explanation all) {
        return List.of(all.cell(), all.scope(), all.counts(), all.ratios(), all.records(), all.leftOut());
    }

    private record Asked(ExplainOperation.Parameters parameters, Explanation answer) {}

    private Map<String, Table> shown(@Nullable LocalDate asOf) {
        Map<String, Table> shown = new TreeMap<>();
        for (String mart : plant.marts().keySet()) {
            shown.put(
                    mart,
                    plant.ask(
                                    new ShowOperation(),
                                    new ShowOperation.Parameters(mart, DayRange.open(), Map.of(), null, asOf))
                            .table());
        }
        return shown;
    }

    private SnapshotDifference diff(LocalDate before, LocalDate after) {
        return plant.ask(
                        new DiffOperation(),
                        new DiffOperation.Parameters(before.toString(), after.toString(), null, null))
                .difference();
    }

    /** What differs between two evenings, found by comparing the tables as they were shown. */
    private Set<String> differences(Map<String, Table> before, Map<String, Table> after) {
        Set<String> differences = new TreeSet<>();
        before.forEach((mart, table) -> {
            List<String> key = plant.parts().marts().get(mart).key();
            Map<String, Row> earlier = byKey(table, key);
            Map<String, Row> later = byKey(after.get(mart), key);
            Set<String> keys = new TreeSet<>(earlier.keySet());
            keys.addAll(later.keySet());
            for (String of : keys) {
                for (String column : table.columns()) {
                    Object was = earlier.containsKey(of) ? earlier.get(of).value(column) : null;
                    Object is = later.containsKey(of) ? later.get(of).value(column) : null;
                    if (!key.contains(column) && !Objects.equals(was, is)) {
                        differences.add(mart + " " + of + " " + column + " " + was + " " + is);
                    }
                }
            }
        });
        return differences;
    }

    private static Map<String, Row> byKey(Table table, List<String> key) {
        return table.named()
                .collect(Collectors.toMap(
                        row -> key.stream().map(row::value).toList().toString(), Function.identity()));
    }

    private static String line(CellChange cell) {
        return cell.mart() + " " + cell.key().values().stream().toList() + " " + cell.column() + " " + cell.before()
                + " " + cell.after();
    }

    /** A month in which exports come late and correct others, and some reports are published again. */
    @Test
    void theReportOfEachEvening_isPrintedAgain_exactly() {
        Random random = new Random(4);
        MonthOfExports month = new MonthOfExports(folder, random);
        TreeMap<LocalDate, List<Stored>> published = new TreeMap<>();
        for (int i = 0; i < EVENINGS; i++) {
            plant.load(month.next());
            List<Stored> reports = new ArrayList<>(List.of(publish(month.day())));
            if (random.nextInt(5) == 0) {
                reports.add(publish(month.day().minusDays(1 + random.nextInt(3))));
            }
            plant.run(new SnapshotOperation(), new SnapshotOperation.Parameters());
            published.put(today(), reports);
            plant.pass(Duration.ofDays(1));
        }
        Map<String, Stored> last = new TreeMap<>();
        published.forEach((evening, reports) -> {
            reports.forEach(report -> last.put(report.issue().period(), report));
            assertPrinted(report(null, evening), reports.get(reports.size() - 1), "the last one of " + evening);
            last.values().stream()
                    .skip(Math.max(0, last.size() - 3))
                    .forEach(report -> assertPrinted(
                            report(LocalDate.parse(report.issue().period()), evening),
                            report,
                            report.issue().period() + " on the evening of " + evening));
            reports.forEach(report -> assertThat(yields(report)).isEqualTo(yieldsOfMart(report, evening)));
        });
        assertThat(month.corrected()).isGreaterThan(EVENINGS / 5);
        assertThat(month.late()).isGreaterThan(EVENINGS / 10);
        assertThatThrownBy(() -> report(month.day(), published.firstKey()))
                .hasMessage("no daily report of " + month.day() + " was published until the evening of "
                        + published.firstKey() + "; see: yieldline report list");
    }

    /** Only how many of its figures were restated since may differ: no page of it says so. */
    private static void assertPrinted(Stored printed, Stored published, String which) {
        assertThat(printed)
                .as(which)
                .usingRecursiveComparison()
                .ignoringFields("issue.restated")
                .isEqualTo(published);
    }

    private Stored publish(LocalDate day) {
        return Objects.requireNonNull(plant.run(
                        new ReportOperation(),
                        new ReportOperation.Parameters(What.DAILY, day, null, null, null, false, 1))
                .page());
    }

    private Stored report(@Nullable LocalDate day, LocalDate evening) {
        return Objects.requireNonNull(plant.ask(
                        new ReportOperation(),
                        new ReportOperation.Parameters(What.DAILY, day, null, evening, null, false, 1))
                .page());
    }

    /** The station yields that a report published of its day. */
    private static Set<String> yields(Stored report) {
        return report.figures().stream()
                .filter(figure -> figure.key().period().equals(report.issue().period()))
                .filter(figure -> figure.key().figure().equals("station yield"))
                .map(figure -> figure.key().station() + " " + figure.numerator() + "/" + figure.denominator())
                .collect(Collectors.toSet());
    }

    /** The same of the mart as of an evening. */
    private Set<String> yieldsOfMart(Stored report, LocalDate evening) {
        LocalDate day = LocalDate.parse(report.issue().period());
        return plant.ask(
                        new ShowOperation(),
                        new ShowOperation.Parameters(
                                "station_yield_daily", new DayRange(day, day), Map.of(), null, evening))
                .table()
                .named()
                .map(row -> row.value("station") + " " + row.number("passed") + "/"
                        + (row.number("passed") + row.number("failed")))
                .collect(Collectors.toSet());
    }

    private LocalDate today() {
        return plant.parts().now().toLocalDate();
    }

    private Snapshots snapshots() {
        return new TestStore(plant).snapshots();
    }
}
