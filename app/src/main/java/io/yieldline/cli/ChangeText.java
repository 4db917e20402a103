package io.yieldline.cli;

import io.yieldline.insight.Judged;
import io.yieldline.insight.Points;
import io.yieldline.insight.RolledChange;
import io.yieldline.insight.Split;
import io.yieldline.insight.Terms;
import io.yieldline.insight.YieldChange;
import io.yieldline.insight.YieldChange.Station;
import io.yieldline.warehouse.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Why a yield changed, for people: yields in percent, parts in percentage points that add up as they are shown. */
final class ChangeText {
    private static final List<String> PARTS = List.of("change", "mix", "rate", "new", "gone");

    private final YieldChange change;
    private final Console console;

    ChangeText(YieldChange change, Console console) {
        this.change = change;
        this.console = console;
    }

    void print(boolean groups, boolean rolled) {
        console.line("Before: " + change.question().before().words() + "; after: "
                + change.question().after().words() + ".");
        if (change.whole().before().judged() + change.whole().after().judged() == 0) {
            console.line("no judged records");
            return;
        }
        if (rolled) {
            rolled(change.rolled());
        } else {
            console.table(groups ? groupTable() : stationTable());
            console.line("");
            if (groups && change.stations().size() == 1) {
                sum(
                        change.stations().get(0).name(),
                        "the groups",
                        change.stations().get(0).split());
            } else {
                sum("All together" + without(), "the stations", change.whole());
            }
        }
    }

    private String without() {
        return change.repair().isEmpty() ? "" : " without " + String.join(", ", change.repair());
    }

    private Table stationTable() {
        List<String> columns = new ArrayList<>(List.of("station", "before", "after"));
        columns.addAll(PARTS);
        return new Table(
                columns, change.stations().stream().map(ChangeText::row).toList());
    }

    private static List<@Nullable Object> row(Station station) {
        List<@Nullable Object> row = new ArrayList<>(List.of(
                station.name(),
                shown(station.split().before()),
                shown(station.split().after())));
        row.addAll(points(station.split().terms()));
        return row;
    }

    private Table groupTable() {
        List<String> columns = new ArrayList<>(change.question().by().stream()
                .map(dimension -> dimension.word())
                .toList());
        columns.addAll(List.of("before", "after"));
        columns.addAll(PARTS);
        List<Split.Part> parts = change.stations().stream()
                .flatMap(station -> station.split().parts().stream())
                .sorted(Comparator.comparing(ChangeText::weight).reversed())
                .toList();
        return new Table(columns, parts.stream().map(ChangeText::row).toList());
    }

    private static List<@Nullable Object> row(Split.Part part) {
        List<@Nullable Object> row = new ArrayList<>(
                part.group().keys().subList(1, part.group().keys().size()));
        row.add(shown(part.group().before()));
        row.add(shown(part.group().after()));
        row.addAll(points(part.terms()));
        return row;
    }

    private static BigFraction weight(Split.Part part) {
        return part.terms() == null ? BigFraction.ZERO : part.terms().sum().abs();
    }

    /** The change, then its parts; blank where there is nothing to compare. */
    private static List<@Nullable Object> points(@Nullable Terms terms) {
        if (terms == null) {
            return Collections.nCopies(PARTS.size(), null);
        }
        List<BigDecimal> parts = Points.of(List.of(terms.mix(), terms.rate(), terms.added(), terms.gone()));
        List<@Nullable Object> shown = new ArrayList<>();
        shown.add(signed(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
        parts.forEach(part -> shown.add(signed(part)));
        return shown;
    }

    private static String signed(BigDecimal points) {
        return points.signum() == 0 ? "0" : String.format(Locale.ROOT, "%+.2f", points);
    }

    private static String shown(Judged judged) {
        return judged.judged() == 0
                ? "n/a"
                : String.format(Locale.ROOT, "%s of %,d", percent(judged.yield()), judged.judged());
    }

    private static String percent(BigFraction share) {
        return share.multiply(100).bigDecimalValue(2, RoundingMode.HALF_EVEN) + " %";
    }

    private void sum(String what, String parts, Split split) {
        Terms terms = split.terms();
        String yields = what + ": " + shown(split.before()) + " before, " + shown(split.after()) + " after";
        if (terms == null) {
            console.line(yields + ".");
            return;
        }
        List<@Nullable Object> points = points(terms);
        console.line(yields + "; " + points.get(0) + " points, by " + parts + ": mix " + points.get(1) + ", rate "
                + points.get(2) + ", new " + points.get(3) + ", gone " + points.get(4) + ".");
    }

    private void rolled(RolledChange rolled) {
        console.table(Table.of(
                rolled.parts(),
                List.of(
                        new Table.Field<>("station", RolledChange.Part::station),
                        new Table.Field<>("points", part -> String.format(Locale.ROOT, "%+.2f", 100 * part.share())))));
        console.line("");
        console.line(String.format(
                Locale.ROOT,
                "Rolled yield: %.2f %% before, %.2f %% after, %+.2f points.",
                100 * rolled.before(),
                100 * rolled.after(),
                100 * rolled.change()));
        if (!rolled.leftOut().isEmpty()) {
            console.line("Left out, because one of the periods has no passed record: "
                    + String.join(", ", rolled.leftOut()));
        }
    }
}
