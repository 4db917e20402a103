package io.yieldline.explain;

import io.yieldline.TinyExport;
import io.yieldline.demo.DemoPlant;
import io.yieldline.demo.DemoSettings;
import io.yieldline.mart.Marts;
import io.yieldline.operation.CsvTable;
import io.yieldline.operation.TestPlant;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Table;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** Tests on explanations of a small plant and of the demo plant. */
abstract class ExplainSuite {
    static final DemoSettings DEMO = new DemoSettings(LocalDate.of(2025, 3, 3), 14, 200, 7);

    @TempDir
    Path folder;

    final Engine engine;

    ExplainSuite(Engine engine) {
        this.engine = engine;
    }

    static Explanation explain(TestPlant plant, String mart, String... keys) {
        Map<String, String> cell = new LinkedHashMap<>();
        for (int i = 0; i < keys.length; i += 2) {
            cell.put(keys[i], keys[i + 1]);
        }
        return new Explain(plant.warehouse(), Marts.builtIn()).explain(mart, cell);
    }

    TestPlant demo() {
        return TestPlant.copy("explained", engine, folder, (plant, original) -> {
            plant.load(DemoPlant.generate(DEMO).writeTo(original.resolve("exports")));
            plant.refresh();
        });
    }

    /** Two exports: the second shows the first row again, and a row of the first with another status. */
    TestPlant small() {
        TestPlant plant = TestPlant.on(engine, folder.resolve("home"));
        plant.load(
                List.of(
                        TinyExport.write(
                                folder.resolve("first.csv"),
                                TinyExport.row("1724001", "FI", "2025-04-15 08:00:00", "Pass"),
                                TinyExport.row("1724002", "FI", "2025-04-15 09:00:00", "Fail"),
                                TinyExport.row("1724003", "FI", "2025-04-15 10:00:00", ""),
                                TinyExport.row("1724004", "FI", "2025-04-15 11:00:00", "Pass")
                                        .replace(",NC,", ",RO,"),
                                TinyExport.row("1724005", "FI", "soon", "Pass")),
                        TinyExport.write(
                                folder.resolve("second.csv"),
                                TinyExport.row("1724001", "FI", "2025-04-15 08:00:00", "Pass"),
                                TinyExport.row("1724002", "FI", "2025-04-15 09:00:00", "Pass"),
                                TinyExport.row("1724006", "PACKING", "2025-04-16 09:00:00", "Pass"))),
                new BigDecimal(50));
        plant.refresh();
        return plant;
    }

    static List<String> lines(Table table, String... columns) {
        return table.rows().stream()
                .map(row -> List.of(columns).stream()
                        .map(column -> CsvTable.text(row.get(table.columns().indexOf(column))))
                        .map(text -> text.isEmpty() ? "-" : text.replaceFirst("^/.*/", ""))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
