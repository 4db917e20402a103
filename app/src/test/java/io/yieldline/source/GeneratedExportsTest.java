package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.ingest.ExportReport;
import io.yieldline.operation.TestPlant;
import io.yieldline.source.GeneratedExport.Known;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Table;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exports in every format, encoding, layout and dirt, made from seeds: each record is right, or rejected with a reason; none is silently
 * another. {@code -Dyieldline.exports=1000} makes more of them.
 */
@Tag("faults")
class GeneratedExportsTest {
    private static final String COLUMNS =
            "part_number, model, station, started_at, ended_at, flow, status, operator, serial_number";

    @TempDir
    Path folder;

    @Test
    void everyRecord_isRightOrRejectedWithItsReason() {
        List<String> wrong = new ArrayList<>();
        int whole = 0;
        int count = Integer.getInteger("yieldline.exports", 60);
        try (TestPlant plant = TestPlant.on(Engine.DUCKDB, folder.resolve("plant"))) {
            for (int seed = 0; seed < count; seed++) {
                GeneratedExport export = new GeneratedExport(seed);
                ExportReport report = plant.load(List.of(export.write(folder)), BigDecimal.valueOf(100))
                        .exports()
                        .get(0);
                int before = wrong.size();
                judge(export, report, plant, wrong);
                whole += report.counts().accepted() > 0 && wrong.size() == before ? 1 : 0;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(whole).as("exports that were loaded").isGreaterThan(count * 8 / 10);
    }

    private static void judge(GeneratedExport export, ExportReport report, TestPlant plant, List<String> wrong) {
        if (report.reason() != null) {
            if (!export.unclear()) {
                wrong.add(export + ": parked: " + report.reason());
            }
            return;
        }
        Map<String, List<String>> loaded = loaded(plant, report);
        export.records().forEach((serial, known) -> {
            List<String> found = loaded.remove(serial);
            if (found == null ? known.readable() : !found.equals(expected(known))) {
                wrong.add(export + ": " + serial + " is " + found + ", not " + expected(known) + "; rejected: "
                        + reasons(plant, report));
            }
        });
        loaded.forEach((serial, found) -> wrong.add(export + ": " + serial + " came from nowhere: " + found));
        long lost = export.records().size() - report.counts().accepted();
        if (report.counts().rejected() < lost) {
            wrong.add(export + ": " + lost + " records are missing, and "
                    + report.counts().rejected() + " rejected");
        }
    }

    private static Map<String, List<String>> loaded(TestPlant plant, ExportReport report) {
        Table table = plant.table(
                "select " + COLUMNS + " from workstation_master_log where export_id = " + report.exportId());
        Map<String, List<String>> loaded = new HashMap<>();
        for (List<?> row : table.rows()) {
            List<String> texts = row.stream()
                    .map(value -> Objects.toString(value, ""))
                    .map(text -> text.replaceFirst("(\\d)T(\\d)", "$1 $2"))
                    .toList();
            loaded.put(texts.get(texts.size() - 1), texts.subList(0, texts.size() - 1));
        }
        return loaded;
    }

    /** As the columns of the query. */
    private static List<String> expected(Known known) {
        return known.values().subList(1, known.values().size());
    }

    private static List<String> reasons(TestPlant plant, ExportReport report) {
        return plant.lines(
                "select distinct reason from rejected_row where export_id = " + report.exportId() + " order by reason");
    }
}
