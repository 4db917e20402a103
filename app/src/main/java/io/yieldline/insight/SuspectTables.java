package io.yieldline.insight;

import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Those who may fail more units than their mix explains, as tables. */
public final class SuspectTables {
    private static final int PLACES = 6;

    private SuspectTables() {}

    /** For files: a row for everybody who is judged, by p-value. */
    public static Table judged(Suspects suspects) {
        List<Field<Suspect>> fields = names(suspects.of());
        fields.addAll(List.of(
                new Field<>("units", Suspect::units),
                new Field<>("failed", Suspect::failed),
                new Field<>("expected", each -> rounded(each.expected())),
                new Field<>("p_value", each -> scientific(each.pValue())),
                new Field<>("suspect", each -> each.suspect() ? "yes" : "no")));
        return Table.of(suspects.judged(), fields);
    }

    /** For programs: a row for everybody, also those with too few units, whose {@code p_value} is null. */
    public static Table all(Suspects suspects) {
        List<Field<Suspect>> fields = names(suspects.of());
        fields.addAll(List.of(
                new Field<>("units", Suspect::units),
                new Field<>("failed", Suspect::failed),
                new Field<>("expected", each -> rounded(each.expected())),
                new Field<>("beyond_expected", each -> rounded(each.beyond())),
                new Field<>("ratio", each -> rounded(each.ratio())),
                new Field<>("ratio_from", each -> end(each.interval(), true)),
                new Field<>("ratio_to", each -> end(each.interval(), false)),
                new Field<>("p_value", Suspect::pValue),
                new Field<>("suspect", Suspect::suspect)));
        return Table.of(suspects.all(), fields);
    }

    /** What each suspect is compared with: a row for each stratum in which it has units. */
    public static Table strata(Suspects suspects) {
        List<Row> rows = suspects.suspects()
                .flatMap(each -> each.shares().stream().map(share -> new Row(each, share)))
                .toList();
        List<Field<Row>> fields = new ArrayList<>();
        Stream.concat(suspects.of().columns().stream(), suspects.of().strata().stream())
                .forEach(name -> {
                    int place = fields.size();
                    fields.add(new Field<>(name, row -> row.names().get(place)));
                });
        fields.addAll(List.of(
                new Field<>("units", row -> row.share.units()),
                new Field<>("failed", row -> row.share.hits()),
                new Field<>("stratum_units", row -> row.share.allUnits()),
                new Field<>("stratum_failed", row -> row.share.allHits()),
                new Field<>("expected", row -> rounded(row.share.expected()))));
        return Table.of(rows, fields);
    }

    /** A number for files and programs; null stays null. */
    static @Nullable BigDecimal rounded(@Nullable Double value) {
        return value == null ? null : new BigDecimal(value).setScale(PLACES, RoundingMode.HALF_EVEN);
    }

    /** A probability for files: seven digits, however small. */
    static @Nullable String scientific(@Nullable Double value) {
        return value == null ? null : String.format(Locale.ROOT, "%.6e", value);
    }

    private static List<Field<Suspect>> names(Suspected of) {
        List<Field<Suspect>> fields = new ArrayList<>();
        for (String name : of.columns()) {
            int place = fields.size();
            fields.add(new Field<>(name, each -> each.names().get(place)));
        }
        return fields;
    }

    private static @Nullable BigDecimal end(@Nullable Interval interval, boolean least) {
        return interval == null ? null : rounded(least ? interval.least() : interval.most());
    }

    private record Row(Suspect suspect, Share share) {
        List<String> names() {
            return Stream.concat(suspect.names().stream(), share.stratum().stream())
                    .toList();
        }
    }
}
