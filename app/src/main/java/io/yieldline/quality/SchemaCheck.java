package io.yieldline.quality;

import io.yieldline.warehouse.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether tables and columns are those that this version makes: compared with a new, empty warehouse in memory. */
final class SchemaCheck implements Check {
    @Override
    public String name() {
        return "schema";
    }

    @Override
    public String title() {
        return "Tables and columns are those of this version";
    }

    @Override
    public CheckReport run(Inspection inspection) {
        List<Finding> findings =
                SchemaDrift.of(inspection).stream().map(SchemaCheck::finding).toList();
        return new CheckReport(
                name(), title(), findings, tables(inspection.warehouse().read(SchemaDrift::columns)));
    }

    private static Finding finding(SchemaDrift drift) {
        return drift.foreign() ? Finding.warn(drift.message()) : Finding.error(drift.message());
    }

    private static Table tables(Map<String, String> columns) {
        Map<String, Long> counts = columns.keySet().stream()
                .collect(Collectors.groupingBy(
                        column -> column.substring(0, column.lastIndexOf('.')), TreeMap::new, Collectors.counting()));
        return new Table(
                List.of("table", "columns"),
                counts.entrySet().stream()
                        .map(entry -> List.<Object>of(entry.getKey(), entry.getValue()))
                        .collect(Collectors.toList()));
    }
}
