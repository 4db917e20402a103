package io.yieldline.report;

import static io.yieldline.report.Grid.Column.number;
import static io.yieldline.report.Grid.Column.picture;
import static io.yieldline.report.Grid.Column.text;

import io.yieldline.Counted;
import io.yieldline.plant.Rules;
import io.yieldline.report.Grid.Cell;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a report says about the stations of a period. */
final class YieldSections {
    private final Rules rules;
    private final ReportSettings settings;
    private final ComparisonPeriod against;
    private final List<StationYield> yields;

    YieldSections(Rules rules, ReportSettings settings, ComparisonPeriod against, List<StationYield> yields) {
        this.rules = rules;
        this.settings = settings;
        this.against = against;
        this.yields = yields;
    }

    /** Every station, model by model; those of the focused formula first. */
    Section stations() {
        List<Grid> grids = rules.yieldModels().stream()
                .filter(model ->
                        yields.stream().anyMatch(station -> station.model().equals(model)))
                .map(this::grid)
                .toList();
        return new Section(
                "Station yields",
                List.of(
                        "Station yield = passed / (passed + failed) records. " + compared(),
                        "BELOW: lower than before by more than chance explains (the 95 % interval of the difference leaves out"
                                + " zero). The Wilson interval of the yield is shown where fewer than " + Ratio.FEW
                                + " records were judged. * is a station of the focused formula."),
                List.of(),
                grids.isEmpty() ? List.of(grid("")) : grids);
    }

    /** The stations with the lowest yields. Repair, scrap and debug stations judge nothing that was made there. */
    Section worst() {
        List<List<Cell>> rows = yields.stream()
                .filter(station -> station.yield().whole() >= settings.leastVolume())
                .filter(station -> !excluded(station.station()))
                .sorted(Comparator.comparingDouble(
                                (StationYield station) -> station.yield().value())
                        .thenComparing(station -> -station.yield().whole()))
                .limit(settings.listed())
                .map(station -> row(station.station() + ", " + station.model(), station))
                .toList();
        return new Section(
                "Worst stations",
                "Lowest yields of stations with at least " + settings.leastVolume()
                        + " judged records, without repair, scrap and debug stations.",
                new Grid("", columns("station, model"), rows, "No station has so many judged records."));
    }

    private Grid grid(String model) {
        List<String> formula = rules.focusedRolledYield().getOrDefault(model, List.of());
        List<List<Cell>> rows = yields.stream()
                .filter(station -> station.model().equals(model))
                .sorted(Comparator.comparing((StationYield station) -> !focused(formula, station)))
                .map(station -> row(station.station() + (focused(formula, station) ? " *" : ""), station))
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
                picture("trend"),
                text(""));
    }

    private static List<Cell> row(String name, StationYield station) {
        Ratio yield = station.yield();
        return List.of(
                Cell.of(name),
                Cell.of(yield.part()),
                Cell.of(yield.whole() - yield.part()),
                Cell.of(yield.percent()),
                Cell.of(yield.intervalOfFew(), Tone.QUIET),
                Cell.of(station.before().percent(), Tone.QUIET),
                Cell.of(yield.pointsOver(station.before())),
                Cell.of(new Sparkline("Yield of " + name + " lately", station.trend()).svg()),
                yield.clearlyBelow(station.before()) ? Cell.of("BELOW", Tone.BAD) : Cell.of(""));
    }

    private static boolean focused(List<String> formula, StationYield station) {
        return formula.contains(station.station().toUpperCase(Locale.ROOT));
    }

    private boolean excluded(String station) {
        return rules.completeRolledYieldExcluded().stream()
                .anyMatch(pattern -> station.toUpperCase(Locale.ROOT).matches(regex(pattern)));
    }

    private static String regex(String pattern) {
        return List.of(pattern.toUpperCase(Locale.ROOT).split("\\*", -1)).stream()
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
    }

    private String compared() {
        List<LocalDate> days = against.days();
        return days.isEmpty()
                ? "There are no days before to compare it with."
                : "\"" + against.title() + "\" is the same over " + Counted.of(days.size(), "day") + ", " + days.get(0)
                        + " to " + days.get(days.size() - 1) + ". Change in points.";
    }
}
