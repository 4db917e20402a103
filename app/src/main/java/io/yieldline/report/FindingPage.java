package io.yieldline.report;

import static io.yieldline.report.Grid.Column.number;
import static io.yieldline.report.Grid.Column.text;

import io.yieldline.Ratio;
import io.yieldline.finding.Finding;
import io.yieldline.finding.FindingDetail;
import io.yieldline.ingest.ExportName;
import io.yieldline.report.Grid.Cell;
import io.yieldline.report.chart.LineChart;
import io.yieldline.report.chart.Series;
import io.yieldline.report.chart.Svg;
import io.yieldline.warehouse.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A finding as one self-contained HTML file to send: its sentence, its picture, its failed units and what was known when. */
public final class FindingPage {
    private static final int LABELS = 12;

    private final FindingDetail detail;
    private final Finding finding;

    private FindingPage(FindingDetail detail) {
        this.detail = detail;
        this.finding = detail.finding();
    }

    /**
     * The page as HTML.
     *
     * @param plant the name of the plant
     * @param now plant time
     */
    public static String html(FindingDetail detail, String plant, LocalDateTime now) {
        return HtmlPage.of(page(detail, plant, now));
    }

    /** The page for an email. */
    public static MailedPage mailed(FindingDetail detail, String plant, LocalDateTime now) {
        return MailedPage.of(page(detail, plant, now));
    }

    private static ReportPage page(FindingDetail detail, String plant, LocalDateTime now) {
        FindingPage page = new FindingPage(detail);
        return new ReportPage(
                plant,
                "Finding",
                page.finding.sentence(),
                page.remarks(),
                page.headlines(),
                page.sections(),
                "Made by Yieldline on " + ImportSection.minute(now)
                        + ", plant time. Units count by their first judged run at" + " a station. Finding "
                        + page.finding.id() + ".");
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (finding.ended() != null) {
            remarks.add("Ended on " + finding.ended() + ".");
        }
        if (finding.note() != null) {
            remarks.add("Seen by " + finding.note().by() + " on "
                    + ImportSection.minute(finding.note().at()) + ": "
                    + finding.note().note());
        }
        return remarks;
    }

    private List<Headline> headlines() {
        List<Headline> headlines = new ArrayList<>(List.of(
                new Headline("Since", finding.since().toString(), "known with the data of " + finding.known())));
        if (finding.units() > 0) {
            Ratio now = new Ratio(finding.failed(), finding.units());
            headlines.add(new Headline("Failed", now.percent(), units(now)));
        }
        if (finding.beforeUnits() != null && finding.beforeFailed() != null) {
            Ratio before = new Ratio(finding.beforeFailed(), finding.beforeUnits());
            headlines.add(new Headline("Before", before.percent(), units(before)));
        }
        if (finding.size() != null) {
            headlines.add(new Headline(
                    finding.improvement() ? "Fewer than expected" : "More than expected",
                    one(finding.size().abs()),
                    "failed units; " + one(finding.expected()) + " expected"));
        }
        return headlines;
    }

    private static String units(Ratio ratio) {
        return String.format(Locale.ROOT, "%,d of %,d units", ratio.numerator(), ratio.denominator());
    }

    private static String one(@Nullable BigDecimal value) {
        return value == null ? "n/a" : String.format(Locale.ROOT, "%,.1f", value);
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        if (!detail.series().rows().isEmpty()) {
            sections.add(byDay());
        }
        if (!detail.candidates().rows().isEmpty()) {
            sections.add(new Section(
                    "Suspects and what was ruled out",
                    FindingDetail.ABOUT_CANDIDATES,
                    grid(
                            detail.candidates(),
                            "verdict",
                            "candidate",
                            "name",
                            "units",
                            "failed",
                            "expected",
                            "p_value")));
        }
        if (!detail.failedUnits().rows().isEmpty()) {
            sections.add(new Section(
                    "Failed units",
                    "The newest first, each with the export and row it stands in.",
                    grid(
                            detail.failedUnits(),
                            "day",
                            "serial_number",
                            "part_number",
                            "station",
                            "fixture",
                            "error_code",
                            "file",
                            "row")));
        }
        if (!detail.history().rows().isEmpty()) {
            sections.add(new Section(
                    "What was known when",
                    "A line for each look at the data that changed it.",
                    grid(detail.history(), "day", "since", "failed", "units", "sentence")));
        }
        return sections;
    }

    private Section byDay() {
        Map<LocalDate, Ratio> days = new TreeMap<>();
        Table series = detail.series();
        int day = series.columns().indexOf("day");
        int units = series.columns().indexOf("units");
        int failed = series.columns().indexOf("failed");
        series.rows()
                .forEach(row -> days.put(
                        LocalDate.parse(String.valueOf(row.get(day))),
                        new Ratio(whole(row.get(units)) - whole(row.get(failed)), whole(row.get(units)))));
        return new Section(
                "Passed units by day",
                "In percent. The finding begins on " + finding.since() + ".",
                chart(days),
                new Grid(
                        "",
                        List.of(text("day"), number("passed"), number("units"), number("share")),
                        days.entrySet().stream()
                                .map(each -> List.of(
                                        Cell.of(each.getKey().toString()),
                                        Cell.of(each.getValue().numerator()),
                                        Cell.of(each.getValue().denominator()),
                                        Cell.of(each.getValue().percent())))
                                .toList(),
                        ""));
    }

    private static long whole(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }

    private Svg chart(Map<LocalDate, Ratio> days) {
        List<LocalDate> all = List.copyOf(days.keySet());
        int every = Math.max(1, all.size() / LABELS);
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            labels.add(i % every == 0 ? all.get(i).toString().substring(5) : "");
        }
        List<Series> lines = new ArrayList<>(List.of(
                line("passed", all, day -> Objects.requireNonNull(days.get(day)).value()),
                line("since the finding", all, each -> lasts(each) ? passed() : null)));
        if (finding.beforeUnits() != null && finding.beforeFailed() != null) {
            double before = 1 - new Ratio(finding.beforeFailed(), finding.beforeUnits()).value();
            lines.add(line("before", all, each -> each.isBefore(finding.since()) ? before : null));
        }
        return new LineChart("Passed units by day", finding.sentence(), labels, lines).svg();
    }

    private boolean lasts(LocalDate day) {
        return !day.isBefore(finding.since()) && (finding.ended() == null || day.isBefore(finding.ended()));
    }

    private double passed() {
        return 1 - new Ratio(finding.failed(), finding.units()).value();
    }

    private static Series line(String name, List<LocalDate> days, Function<LocalDate, @Nullable Double> share) {
        List<@Nullable Double> values = new ArrayList<>();
        for (LocalDate day : days) {
            Double value = share.apply(day);
            values.add(value == null ? null : 100 * value);
        }
        return new Series(name, Collections.unmodifiableList(values));
    }

    private static Grid grid(Table table, String... columns) {
        List<Integer> places =
                List.of(columns).stream().map(table.columns()::indexOf).toList();
        int file = table.columns().indexOf("file");
        return new Grid(
                "",
                List.of(columns).stream()
                        .map(name -> text(name.replace('_', ' ')))
                        .toList(),
                table.rows().stream()
                        .map(row -> places.stream()
                                .map(place -> {
                                    String value = Objects.toString(row.get(place), "");
                                    return Cell.of(place == file ? ExportName.fileName(value) : value);
                                })
                                .toList())
                        .toList(),
                "");
    }
}
