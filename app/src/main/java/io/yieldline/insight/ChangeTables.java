package io.yieldline.insight;

import io.yieldline.insight.RolledChange.Part;
import io.yieldline.insight.YieldChange.Station;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** The answer why a yield changed as tables: yields and terms as decimal numbers with twelve places, blank where there is none. */
public final class ChangeTables {
    private ChangeTables() {}

    /** One row, the change of all records by station. */
    public static Table whole(YieldChange change) {
        return Table.of(List.of(change.whole()), splitFields(Function.identity()));
    }

    /** A row for each station of the whole, with what it contributes to the change of the whole. */
    public static Table parts(YieldChange change) {
        List<Field<Split.Part>> fields = new ArrayList<>(List.of(key("station", 0)));
        fields.addAll(partFields());
        return Table.of(change.whole().parts(), fields);
    }

    /** A row for each station that both periods have: its own change, split into its groups. */
    public static Table stations(YieldChange change) {
        List<Field<Station>> fields = new ArrayList<>(List.of(new Field<>("station", Station::name)));
        fields.addAll(splitFields(Station::split));
        return Table.of(compared(change).toList(), fields);
    }

    private static Stream<Station> compared(YieldChange change) {
        return change.stations().stream().filter(station -> station.split().change() != null);
    }

    /** A row for each group of each station that both periods have, with what it contributes to the change of its station. */
    public static Table groups(YieldChange change) {
        List<Field<Split.Part>> fields = new ArrayList<>(List.of(key("station", 0)));
        List<Dimension> by = change.question().by();
        for (int i = 0; i < by.size(); i++) {
            fields.add(key(by.get(i).word(), i + 1));
        }
        fields.addAll(partFields());
        return Table.of(
                compared(change)
                        .flatMap(station -> station.split().parts().stream())
                        .toList(),
                fields);
    }

    /** A row for each station, with its part of the change of the rolled yield. */
    public static Table rolled(RolledChange rolled) {
        return Table.of(
                rolled.parts(), List.of(new Field<>("station", Part::station), new Field<>("share", Part::share)));
    }

    private static List<Field<Split.Part>> partFields() {
        List<Field<Split.Part>> fields = new ArrayList<>(List.of(
                new Field<>("passed_before", part -> part.group().before().passed()),
                new Field<>("judged_before", part -> part.group().before().judged()),
                new Field<>("passed_after", part -> part.group().after().passed()),
                new Field<>("judged_after", part -> part.group().after().judged())));
        fields.addAll(termFields(Split.Part::terms));
        return fields;
    }

    private static Field<Split.Part> key(String name, int place) {
        return new Field<>(name, part -> part.group().keys().get(place));
    }

    private static <T> List<Field<T>> splitFields(Function<T, Split> split) {
        List<Field<T>> fields = new ArrayList<>();
        fields.add(decimal("yield_before", split.andThen(Split::before).andThen(ChangeTables::yield)));
        fields.add(decimal("yield_after", split.andThen(Split::after).andThen(ChangeTables::yield)));
        fields.add(decimal("change", split.andThen(Split::change)));
        fields.addAll(termFields(split.andThen(Split::terms)));
        return fields;
    }

    private static <T> List<Field<T>> termFields(Function<T, @Nullable Terms> terms) {
        return List.of(
                term("mix", terms, Terms::mix),
                term("rate", terms, Terms::rate),
                term("new", terms, Terms::added),
                term("gone", terms, Terms::gone));
    }

    private static <T> Field<T> term(
            String name, Function<T, @Nullable Terms> terms, Function<Terms, BigFraction> value) {
        return decimal(name, thing -> {
            Terms found = terms.apply(thing);
            return found == null ? null : value.apply(found);
        });
    }

    private static <T> Field<T> decimal(String name, Function<T, @Nullable BigFraction> value) {
        return new Field<>(name, thing -> Decimals.of(value.apply(thing)));
    }

    private static @Nullable BigFraction yield(Judged judged) {
        return judged.none() ? null : judged.yield();
    }
}
