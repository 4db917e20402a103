package io.yieldline.explain;

import io.yieldline.TinyExport;
import io.yieldline.feed.Feed;
import io.yieldline.mart.Marts;
import io.yieldline.mart.PlantParts;
import io.yieldline.operation.CsvTable;
import io.yieldline.operation.TestPlant;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Table;
import io.yieldline.yaml.ResourceFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plant of model A whose blank flow is production, and whose zones and further rules a test sets. */
final class RuledPlant implements AutoCloseable {
    final TestPlant plant;
    private final Path folder;

    RuledPlant(Engine engine, Path folder) {
        this.folder = folder;
        this.plant = TestPlant.on(engine, folder.resolve("home"));
        edit("rules.yaml", "blank_flow: out", "blank_flow: in");
        edit("rules.yaml", "yield_models: [", "yield_models: [A, ");
    }

    /** Adds rules, in force from now on. */
    RuledPlant rules(String more) {
        write("rules.yaml", read("rules.yaml") + "\n" + more + "\n");
        plant.reopen();
        return this;
    }

    /** Takes a rule back. */
    RuledPlant without(String rule) {
        edit("rules.yaml", rule + "\n", "");
        plant.reopen();
        return this;
    }

    /** The zones of the plant and of its exports, before the first of them. */
    RuledPlant zones(String ofPlant, String ofExports) {
        plant.warehouse().writeAll(session -> session.execute("delete from setting where name = 'plant_time'"));
        edit("yieldline.yaml", "America/New_York", ofPlant);
        write("feeds/workstation.yaml", builtIn("workstation").replace("zone: plant", "zone: " + ofExports));
        plant.reopen();
        return this;
    }

    /** Loads records such as {@code D1,FCT,2025-11-02 05:20:00,2025-11-02 05:30:00,Fail}, and refreshes. */
    RuledPlant load(String... records) {
        return loadFile(
                "export-" + records.length + "-" + Math.abs(List.of(records).hashCode()), records);
    }

    /** What a query answers, each row as text. */
    List<String> lines(String sql) {
        return plant.lines(sql);
    }

    Explanation explain(String mart, String... keys) {
        Map<String, String> cell = new LinkedHashMap<>();
        for (int i = 0; i < keys.length; i += 2) {
            cell.put(keys[i], keys[i + 1]);
        }
        return new Explain(plant.warehouse(), Marts.builtIn()).explain(mart, cell);
    }

    /** A day, counted again from the archive. */
    DebugResult recount(LocalDate day) {
        InstantSource clock = InstantSource.fixed(plant.now());
        return new DayRecount(new PlantParts(Plant.open(plant.home()), Marts.builtIn(), plant.warehouse(), clock))
                .of(day);
    }

    /** These columns of a table, each row as text. */
    static List<String> columns(Table table, String... columns) {
        return table.named()
                .map(row -> Stream.of(columns)
                        .map(column -> CsvTable.text(row.value(column)))
                        .collect(Collectors.joining(",")))
                .toList();
    }

    @Override
    public void close() {
        plant.close();
    }

    private RuledPlant loadFile(String name, String... records) {
        plant.load(file(name, records));
        plant.refresh();
        return this;
    }

    /** Loads records without a refresh. */
    void loadOnly(String... records) {
        plant.load(file("unseen", records));
    }

    private Path file(String name, String... records) {
        String[] rows = Stream.of(records).map(RuledPlant::row).toArray(String[]::new);
        return TinyExport.write(folder.resolve(name + ".csv"), rows);
    }

    private static String row(String record) {
        String[] cells = record.split(",", -1);
        return String.join(",", cells[0], "PN-A", cells[1], cells[2], cells[3], "NPI", "A", cells[4]);
    }

    private static String builtIn(String feed) {
        return ResourceFolder.text(Feed.class, feed + ".yaml");
    }

    private void edit(String file, String from, String to) {
        String text = read(file);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " has no " + from);
        }
        write(file, text.replace(from, to));
        plant.reopen();
    }

    private String read(String file) {
        try {
            return Files.readString(plant.home().directory().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String file, String text) {
        Path path = plant.home().directory().resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
