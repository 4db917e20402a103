package io.yieldline.report;

import static io.yieldline.report.Grid.Column.number;
import static io.yieldline.report.Grid.Column.picture;
import static io.yieldline.report.Grid.Column.text;

import io.yieldline.Counted;
import io.yieldline.NameKey;
import io.yieldline.Ratio;
import io.yieldline.mart.Marts;
import io.yieldline.report.Grid.Cell;
import io.yieldline.report.RolledYields.Line;
import io.yieldline.report.chart.Sparkline;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The sections on station yields. */
final class YieldSections {
    private static final String FORMULA =
            Marts.builtIn().get("station_yield_daily").ratio("yield").formula();

    private final List<String> models;
    private final ReportSettings settings;
    private final ComparisonPeriod against;
    private final List<StationYield> yields;
    private final RolledStations rolled;
    private final Aims aims;

    YieldSections(
            List<String> models,
            ReportSettings settings,
            ComparisonPeriod against,
            List<StationYield> yields,
            RolledStations rolled,
            Aims aims) {
        this.models = models;
        this.aims = aims;
        this.rolled = rolled;
        this.settings = settings;
        this.against = against;
        this.yields = yields;
    }

    /** Every station by model; stations of the focused formula first. */
    Section stations() {
        List<Grid> grids = models.stream()
                .filter(model -> yields.stream().anyMatch(station -> NameKey.alike(station.model(), model)))
                .map(this::grid)
                .toList();
        return new Section(
                "Station yields",
                List.of(
                        "Station yield = " + FORMULA + " records. " + compared(),
                        "BELOW: more units fail their first run than before and than their part numbers explain (exact test,"
                                + " at most 1 report in 20 without a cause has any). The 95 % interval of the yield is Wilson's."
                                + " * is a station of the focused formula."
                                + (aims.none() ? "" : " BELOW a percentage: lower than the target, by its counts.")),
                List.of(),
                grids.isEmpty() ? List.of(grid("")) : grids);
    }

    /** The stations with the lowest yields. Excludes repair, scrap and debug stations. */
    Section worst() {
        List<List<Cell>> rows = yields.stream()
                .filter(station -> station.yield().denominator() >= settings.leastVolume())
                .filter(station -> multiplied(station, RolledYields.COMPLETE))
                .sorted(Comparator.comparingDouble(
                                (StationYield station) -> station.yield().value())
                        .thenComparing(station -> -station.yield().denominator()))
                .limit(settings.listed())
                .map(station -> row(station.station() + ", " + station.model(), station))
                .toList();
        return new Section(
                "Worst stations",
                "Lowest yields of stations with at least " + settings.leastVolume()
                        + " judged records, without repair, scrap and debug stations.",
                new Grid("", columns("station, model"), rows, "No station has enough judged records."));
    }

    private Grid grid(String model) {
        List<List<Cell>> rows = yields.stream()
                .filter(station -> NameKey.alike(station.model(), model))
                .sorted(Comparator.comparing((StationYield station) -> !multiplied(station, RolledYields.FOCUSED)))
                .map(station ->
                        row(station.station() + (multiplied(station, RolledYields.FOCUSED) ? " *" : ""), station))
                .toList();
        return new Grid(model, columns("station"), rows, "No judged records of the models with yields.");
    }

    private List<Grid.Column> columns(String first) {
        return List.of(
                text(first),
                number("passed"),
                number("failed"),
                number("yield"),
                number("95 % interval"),
                number(against.title()),
                number("change"),
                number("of it mix"),
                picture("trend"),
                text(""));
    }

    private List<Cell> row(String name, StationYield station) {
        Ratio yield = station.yield();
        return List.of(
                Cell.of(name),
                Cell.of(yield.numerator()),
                Cell.of(yield.denominator() - yield.numerator()),
                Cell.of(yield.percent()),
                Cell.of(yield.interval(), Emphasis.QUIET),
                Cell.of(station.before().percent(), Emphasis.QUIET),
                Cell.of(yield.pointsOver(station.before())),
                Cell.of(station.mix(), Emphasis.QUIET),
                Cell.of(trend(name, station.trend()).svg()),
                below(station));
    }

    private Cell below(StationYield station) {
        String target = aims.below(station.yield(), station.model(), station.station())
                .filter(percent -> multiplied(station, RolledYields.COMPLETE))
                .map(percent -> "BELOW " + percent)
                .orElse("");
        String words = station.worse() ? "BELOW" + (target.isEmpty() ? "" : ", " + target) : target;
        return words.isEmpty() ? Cell.of("") : Cell.of(words, Emphasis.BAD);
    }

    private boolean multiplied(StationYield station, String kind) {
        return rolled.holds(new Line(station.model(), kind), station.station());
    }

    private String compared() {
        List<LocalDate> days = against.days();
        return days.isEmpty()
                ? "There are no previous days to compare with."
                : "\"" + against.title() + "\" is the yield over " + Counted.of(days.size(), "day") + ", " + days.get(0)
                        + " to " + days.get(days.size() - 1)
                        + ". Change in percentage points; of it mix: because other part numbers were tested.";
    }

    private static Sparkline trend(String station, List<Ratio> days) {
        List<Ratio> known = days.stream().filter(Ratio::known).toList();
        String words = known.isEmpty()
                ? "no values"
                : known.size() + " values from " + known.get(0).percent() + " to "
                        + known.get(known.size() - 1).percent();
        return new Sparkline(
                "Yield of " + station + " lately",
                words,
                known.stream().map(Ratio::value).toList());
    }
}
