package io.yieldline.quality;

import io.yieldline.ingest.Ledger;
import io.yieldline.mart.MartTables;
import io.yieldline.mart.SchemaDrift;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks that tables and columns match this version, by comparison with a new, empty warehouse in memory. */
final class SchemaProbe implements Probe {
    private static final List<String> LEDGER = List.of("export.feed", "export.status");

    @Override
    public boolean limitedByDays() {
        return false;
    }

    @Override
    public Observation look(Inspection inspection, Severity severity) {
        Map<String, String> columns = SchemaDrift.columns(inspection.parts());
        List<SchemaDrift> drifts = SchemaDrift.of(inspection.parts(), columns);
        List<Finding> findings = new ArrayList<>(feedsGone(inspection, columns));
        findings.addAll(drifts.stream().map(drift -> finding(drift, severity)).toList());
        inspection
                .marts()
                .refused()
                .forEach(mart ->
                        findings.add(new Finding(severity, mart.problem().getMessage())));
        inspection
                .warehouse()
                .read(session -> MartTables.removed(session, inspection.marts()))
                .forEach(mart -> findings.add(Finding.warn("mart " + mart
                        + ": its file is gone; put it back, or drop the table with: yieldline clean schema")));
        SchemaDrift.feedChanges(inspection.parts(), drifts)
                .forEach(change ->
                        findings.add(new Finding(change.breaking() ? severity : Severity.WARN, change.message())));
        return new Observation(findings.size(), (long) columns.size(), findings, tables(columns));
    }

    /** Nothing while the table of exports is not as it should be. */
    private static List<Finding> feedsGone(Inspection inspection, Map<String, String> columns) {
        if (!columns.keySet().containsAll(LEDGER)) {
            return List.of();
        }
        return inspection
                .warehouse()
                .read(session -> Ledger.feedsGone(Ledger.loadedByFeed(session), inspection.feeds()))
                .stream()
                .map(Finding::warn)
                .toList();
    }

    private static Finding finding(SchemaDrift drift, Severity severity) {
        return drift.foreign() ? Finding.warn(drift.message()) : new Finding(severity, drift.message());
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
