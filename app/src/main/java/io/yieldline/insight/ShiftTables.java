package io.yieldline.insight;

import io.yieldline.control.Centre;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Shifts as tables for files and programs. */
public final class ShiftTables {
    private static final MathContext DIGITS = new MathContext(6);

    private ShiftTables() {}

    /** A row for each shift: its subject, the day, failed of judged units before and after, and the evidence. */
    public static Table of(Shifts shifts) {
        return Table.of(shifts.found(), fields(shifts));
    }

    /** The same with the shift in words. */
    public static Table told(Shifts shifts) {
        List<Field<Shift>> fields = new ArrayList<>(fields(shifts));
        fields.add(new Field<>("words", Shift::words));
        return Table.of(shifts.found(), fields);
    }

    private static List<Field<Shift>> fields(Shifts shifts) {
        List<Field<Shift>> fields = new ArrayList<>(List.of(
                new Field<>("model", shift -> shift.subject().model()),
                new Field<>("station", shift -> shift.subject().station())));
        for (SeriesKind kind : SeriesKind.values()) {
            if (kind != SeriesKind.STATION && shifts.question().of().contains(kind)) {
                fields.add(new Field<>(kind.word(), shift -> name(shift.subject(), kind)));
            }
        }
        fields.add(new Field<>("since", shift -> shift.change().since()));
        fields.add(count("failed_before", shift -> shift.change().before(), Centre::failed));
        fields.add(count("judged_before", shift -> shift.change().before(), Centre::judged));
        fields.add(count("failed_after", shift -> shift.change().after(), Centre::failed));
        fields.add(count("judged_after", shift -> shift.change().after(), Centre::judged));
        fields.add(number("g", shift -> shift.change().g()));
        fields.add(number("p", shift -> shift.change().p()));
        return fields;
    }

    private static String name(Subject subject, SeriesKind kind) {
        return subject.kind() == kind ? subject.name() : "";
    }

    private static Field<Shift> number(String name, ToDoubleFunction<Shift> value) {
        return new Field<>(
                name, shift -> BigDecimal.valueOf(value.applyAsDouble(shift)).round(DIGITS));
    }

    private static Field<Shift> count(String name, Function<Shift, Centre> units, Function<Centre, Long> number) {
        return new Field<>(name, units.andThen(number)::apply);
    }
}
