package io.yieldline.report;

import io.yieldline.NameKey;
import io.yieldline.Ratio;
import io.yieldline.insight.Scrap;
import io.yieldline.report.RolledYields.Line;
import io.yieldline.warehouse.Session;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The yields among the key figures: of each model over all its stations but repair, debug and scrap; rolled; and scrap. */
final class HeadlineYields {
    private final Session session;
    private final Period period;
    private final List<StationYield> yields;
    private final RolledStations rolled;
    private final List<FocusedYield> focused;
    private final List<String> scrapStatuses;
    private final Aims aims;

    HeadlineYields(
            Session session,
            Period period,
            List<StationYield> yields,
            RolledStations rolled,
            List<FocusedYield> focused,
            List<String> scrapStatuses,
            Aims aims) {
        this.session = session;
        this.period = period;
        this.yields = yields;
        this.rolled = rolled;
        this.focused = focused;
        this.scrapStatuses = scrapStatuses;
        this.aims = aims;
    }

    List<Headline> all() {
        List<Headline> all = new ArrayList<>();
        focused.stream()
                .map(FocusedYield::model)
                .forEach(model -> station(model).ifPresent(all::add));
        focused.stream()
                .filter(model -> model.factors().stream()
                        .anyMatch(factor -> factor.yield().known()))
                .map(this::rolled)
                .forEach(all::add);
        all.add(scrap());
        return all;
    }

    private Optional<Headline> station(String model) {
        Ratio yield = yields.stream()
                .filter(each -> NameKey.alike(each.model(), model))
                .filter(each -> rolled.holds(new Line(model, RolledYields.COMPLETE), each.station()))
                .map(StationYield::yield)
                .reduce(new Ratio(0, 0), Ratio::plus);
        boolean below = aims.below(yield, model, null).isPresent();
        return Optional.of(new Headline(
                        "Station yield " + model,
                        yield.percent(),
                        yield.counts() + " without repair, debug and scrap"
                                + aims.of(model)
                                        .map(target -> (below ? "; BELOW " : "; ") + target)
                                        .orElse(""),
                        below ? Emphasis.BAD : Emphasis.PLAIN))
                .filter(headline -> yield.known());
    }

    private Headline rolled(FocusedYield model) {
        Optional<BigDecimal> target = aims.rolled(model.model());
        Double value = model.value();
        boolean below = value != null
                && target.filter(percent ->
                                BigDecimal.valueOf(value).movePointRight(2).compareTo(percent) < 0)
                        .isPresent();
        return new Headline(
                "Focused rolled yield " + model.model(),
                model.percent(),
                "product of " + model.factors().size() + " station yields" + ofUnits(model)
                        + target.map(percent -> (below ? "; BELOW target " : "; target ") + Aims.percent(percent))
                                .orElse(""),
                below ? Emphasis.BAD : Emphasis.PLAIN);
    }

    /** The product of true first-pass yields, which weeks have. */
    private String ofUnits(FocusedYield model) {
        if (period.kind() == ReportKind.DAILY) {
            return "";
        }
        Line line = new Line(model.model(), RolledYields.FOCUSED);
        return "; of units "
                + FocusedYield.percent(
                        RolledYields.ofUnits(session, period).of(period, line).orElse(null));
    }

    private Headline scrap() {
        long units = Scrap.units(session, io.yieldline.insight.Period.of(period.from(), period.to()), scrapStatuses)
                .rows()
                .size();
        return new Headline("Scrapped", String.valueOf(units), "units with a record of scrap, at any station");
    }
}
