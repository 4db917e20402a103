package io.yieldline.insight;

import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The units that were scrapped: those with a record of one of the statuses of the rule {@code scrap_statuses}, at any station. */
public final class Scrap {
    private static final String UNITS = """
            select day, serial_number, model, part_number, station, ended_at
            from (
                select day, serial_number, model, part_number, station, ended_at,
                    row_number() over (partition by serial_number, model order by ended_at, station) as place
                from workstation_master_log
                where excluded is not true and ${days} and name_key(status) in (${statuses})
            ) r
            where place = 1
            order by ended_at, serial_number""";

    private Scrap() {}

    /** Each unit once, at the first of its records in the period. */
    public static Table units(Session session, Period period, List<String> statuses) {
        if (statuses.isEmpty()) {
            return new Table(List.of("day", "serial_number", "model", "part_number", "station", "ended_at"), List.of());
        }
        List<@Nullable Object> values = new ArrayList<>(statuses);
        String places = String.join(", ", Collections.nCopies(statuses.size(), "name_key(?)"));
        return session.table(UNITS.replace("${days}", period.sql()).replace("${statuses}", places), values.toArray());
    }
}
