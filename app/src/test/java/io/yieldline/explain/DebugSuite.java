package io.yieldline.explain;

import io.yieldline.TinyExport;
import io.yieldline.feed.Feeds;
import io.yieldline.mart.Marts;
import io.yieldline.mart.PlantParts;
import io.yieldline.operation.CsvTable;
import io.yieldline.operation.TestPlant;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that look into an export, a unit and a day of a new plant. */
abstract class DebugSuite {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-06-02T12:00:00Z"));

    @TempDir
    Path folder;

    final Engine engine;
    TestPlant plant;

    DebugSuite(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        plant = TestPlant.on(engine, folder.resolve("home"));
    }

    @AfterEach
    void close() {
        plant.close();
    }

    static List<String> withoutIdentity(DebugResult answer, String part) {
        return lines(answer, part).stream()
                .map(line -> line.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID"))
                .toList();
    }

    ExportInspection look() {
        return new ExportInspection(Plant.open(plant.home()), Feeds.builtIn(), plant.warehouse());
    }

    DebugResult recount(LocalDate day) {
        return new DayRecount(new PlantParts(Plant.open(plant.home()), Marts.builtIn(), plant.warehouse(), CLOCK))
                .of(day);
    }

    /** One row as it was, one that passed after all, a new one twice, a later one; those in between are gone. */
    Path changed() {
        return TinyExport.write(
                folder.resolve("changed.csv"),
                TinyExport.row("1724001", "FI", "2025-04-15 08:05:00", "Pass"),
                TinyExport.row("1724002", "FI", "2025-04-15 08:15:00", "Pass"),
                TinyExport.row("1724009", "FI", "2025-04-15 10:00:00", "Pass"),
                TinyExport.row("1724009", "FI", "2025-04-15 10:00:00", "Pass"),
                TinyExport.row("1724009", "PACKING", "2025-04-20 10:00:00", "Pass"));
    }

    static List<String> lines(DebugResult answer, String part) {
        Table table = answer.parts().stream()
                .filter(known -> known.title().equals(part))
                .findFirst()
                .orElseThrow()
                .table();
        return table.rows().stream()
                .map(row -> row.stream()
                        .map(CsvTable::text)
                        .map(text -> text.replaceFirst("^/.*/", ""))
                        .collect(Collectors.joining(",")))
                .toList();
    }
}
