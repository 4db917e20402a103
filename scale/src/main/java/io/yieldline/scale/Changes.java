package io.yieldline.scale;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The days and weeks of each source whose records changed in this run. */
final class Changes {
    private static final List<String> PERIODS = List.of("day", "week", "output_day");

    private final Map<String, Map<String, Set<String>>> changed = new HashMap<>();

    /** Adds the days and weeks of rows of a source, as far as the rows have them. */
    void add(String source, Dataset<Row> rows) {
        List<String> names = List.of(rows.columns());
        String[] periods = PERIODS.stream().filter(names::contains).toArray(String[]::new);
        for (Row row : rows.selectExpr(periods).distinct().collectAsList()) {
            for (int i = 0; i < periods.length; i++) {
                if (!row.isNullAt(i)) {
                    add(source, periods[i], row.get(i).toString());
                }
            }
        }
    }

    private void add(String source, String period, String value) {
        changed.computeIfAbsent(source, name -> new HashMap<>())
                .computeIfAbsent(period, name -> new TreeSet<>())
                .add(value);
    }

    /** Adds all days from one to another, of every source. */
    void addDays(List<String> sources, LocalDate first, LocalDate last) {
        first.datesUntil(last.plusDays(1)).forEach(day -> {
            for (String source : sources) {
                add(source, "day", day.toString());
                add(source, "output_day", day.toString());
                add(source, "week", io.yieldline.feed.Calendar.week(day));
            }
        });
    }

    /** The values of a period of sources that changed, in order. */
    Set<String> of(List<String> sources, String period) {
        Set<String> values = new TreeSet<>();
        sources.forEach(
                source -> values.addAll(changed.getOrDefault(source, Map.of()).getOrDefault(period, Set.of())));
        return values;
    }
}
