package io.yieldline.api;

import io.yieldline.mart.RowFilter;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.yaml.ResourceFolder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cycle times and queue times by station or by unit. The database stores seconds; results are in hours. */
final class UnitTimes {
    private static final String SECONDS = "_seconds";
    private static final String HOURS = "_hours";
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
    private static final int DIGITS = 4;

    private static final String RUNS = ResourceFolder.text(UnitTimes.class, "run_times.sql");
    private static final String BY_STATION = ResourceFolder.text(UnitTimes.class, "station_times.sql");
    private static final String BY_UNIT = ResourceFolder.text(UnitTimes.class, "unit_times.sql");

    private final String runs;
    private final @Nullable Object[] parameters;

    /** The runs that match a filter; earlier records of the units count for the queue times. */
    UnitTimes(RowFilter records) {
        this.runs = RUNS.replace("${where}", records.where());
        this.parameters = records.parameters();
    }

    /** Distribution of cycle time and queue time per station. */
    Table byStation(Session session) {
        return hours(session.table(runs + BY_STATION, parameters));
    }

    /**
     * Cycle time and queue time per unit and station, summed over all runs.
     *
     * @param order sort columns of the result
     */
    Table byUnit(Session session, String order, String page) {
        return hours(session.table(runs + BY_UNIT + "order by " + order + page, parameters));
    }

    /** The total number of rows of {@link #byUnit}. */
    long units(Session session) {
        return session.number(
                runs + "select count(*) from (select distinct serial_number, station from run) pair", parameters);
    }

    private static Table hours(Table table) {
        List<String> columns = table.columns().stream()
                .map(column -> column.replace(SECONDS, HOURS))
                .toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            List<@Nullable Object> values = new ArrayList<>(row);
            for (int i = 0; i < values.size(); i++) {
                if (columns.get(i).endsWith(HOURS) && values.get(i) instanceof Number seconds) {
                    values.set(i, new BigDecimal(seconds.toString()).divide(HOUR, DIGITS, RoundingMode.HALF_UP));
                }
            }
            rows.add(values);
        }
        return new Table(columns, rows);
    }
}
