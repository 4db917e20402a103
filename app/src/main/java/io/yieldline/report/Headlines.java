package io.yieldline.report;

import io.yieldline.Counted;
import io.yieldline.quality.Score;
import io.yieldline.warehouse.Session;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The key figures. */
final class Headlines {
    private final Session session;
    private final Period period;
    private final HeadlineYields yields;
    private final PlantStatus standing;
    private final List<Restatement> changes;
    private final Packing packing;
    private final Aims aims;

    Headlines(
            Session session,
            Period period,
            HeadlineYields yields,
            PlantStatus standing,
            List<Restatement> changes,
            Packing packing,
            Aims aims) {
        this.session = session;
        this.period = period;
        this.yields = yields;
        this.standing = standing;
        this.changes = changes;
        this.packing = packing;
        this.aims = aims;
    }

    List<Headline> all() {
        List<Headline> all = new ArrayList<>(packed());
        all.add(sortTests());
        all.addAll(yields.all());
        all.add(quality());
        all.add(new Headline(
                "Restated",
                Counted.of(changes.size(), "figure"),
                "of earlier " + period.noun() + "s, since published",
                changes.isEmpty() ? Emphasis.PLAIN : Emphasis.BAD));
        return all;
    }

    private List<Headline> packed() {
        if (packing.models().isEmpty()) {
            return List.of(new Headline("Packed", "0", "no packing record with a pass"));
        }
        return packing.models().keySet().stream()
                .filter(model -> packed(model) > 0 || mean(model) >= 1)
                .map(this::ofModel)
                .toList();
    }

    /** A day is compared with the target of a day. */
    private Headline ofModel(String model) {
        Optional<BigDecimal> target = aims.packed(model).filter(records -> period.kind() == ReportKind.DAILY);
        boolean below = target.filter(
                        records -> BigDecimal.valueOf(packed(model)).compareTo(records) < 0)
                .isPresent();
        return new Headline(
                "Packed " + model,
                number(packed(model)),
                note(model)
                        + target.map(records -> (below ? "; BELOW target " : "; target ") + records.toPlainString())
                                .orElse(""),
                below ? Emphasis.BAD : Emphasis.PLAIN);
    }

    private long packed(String model) {
        return period.kind() == ReportKind.DAILY
                ? packing.packed(model, period.name())
                : packing.names().stream()
                        .mapToLong(name -> packing.packed(model, name))
                        .sum();
    }

    private String note(String model) {
        return period.kind() == ReportKind.DAILY
                ? String.format(Locale.ROOT, "mean of the %d previous working days %,.0f", others().size(), mean(model))
                : String.format(Locale.ROOT, "%,.0f on a day with output", mean(model));
    }

    private double mean(String model) {
        return others().stream()
                .mapToLong(name -> packing.packed(model, name))
                .average()
                .orElse(0);
    }

    private List<String> others() {
        return packing.over().stream()
                .filter(name -> !name.equals(period.name()))
                .toList();
    }

    private Headline sortTests() {
        List<String> codes = new ArrayList<>();
        long[] sums = new long[2];
        session.query(
                "select sort_code, cast(sum(total) as bigint), cast(sum(passed) as bigint) from sort_test_daily"
                        + " where day between ? and ? group by sort_code order by sort_code",
                row -> {
                    sums[0] += row.getLong(2);
                    sums[1] += row.getLong(3);
                    return codes.add(row.getString(1) + ": " + row.getLong(2));
                },
                period.from(),
                period.to());
        String byCode = codes.isEmpty() ? "" : " (" + String.join(", ", codes) + ")";
        return new Headline("Sort tests", number(sums[0]), "any status" + byCode + "; " + number(sums[1]) + " passed");
    }

    private Headline quality() {
        long passed =
                standing.checks().stream().filter(PlantStatus.Checked::passed).count();
        int all = standing.checks().size();
        String bad = standing.latest().stream()
                .filter(latest -> !latest.good() && latest.result() != null)
                .map(latest -> latest.check() + " " + latest.outcome())
                .collect(Collectors.joining(", "));
        Score score = standing.score();
        return new Headline(
                "Data quality",
                score == null ? passed + " of " + all : score.points() + " of 100",
                (score == null ? "" : score.basis() + "; ")
                        + (all == 0
                                ? "no check was run"
                                : passed + " of " + Counted.of(all, "check") + " of the " + period.noun() + " passed")
                        + (bad.isEmpty() ? "" : "; over all days: " + bad),
                passed == all && bad.isEmpty() ? Emphasis.PLAIN : Emphasis.BAD);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
