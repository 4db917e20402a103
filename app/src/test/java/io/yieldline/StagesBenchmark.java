package io.yieldline;

import com.sun.management.OperatingSystemMXBean;
import io.yieldline.feed.Feeds;
import io.yieldline.feed.RecordParser;
import io.yieldline.ingest.ExportReport;
import io.yieldline.ingest.Ingest;
import io.yieldline.ingest.SilentProgress;
import io.yieldline.mart.MartRefresh;
import io.yieldline.mart.Marts;
import io.yieldline.mart.Scope;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Profile;
import io.yieldline.plant.Rules;
import io.yieldline.source.Row;
import io.yieldline.source.RowReader;
import io.yieldline.source.Source;
import io.yieldline.source.SourceException;
import io.yieldline.warehouse.DuckDbLimits;
import io.yieldline.warehouse.FeedTables;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the time of a load goes: each stage does all that those before it do, in a JVM of its own, cold. Run by
 * {@code benchmarks/stages}; never part of the build.
 */
public final class StagesBenchmark {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private StagesBenchmark() {}

    /** Arguments: the stage (read, parse, load, marts), a new home, then folders of exports. */
    public static void main(String[] arguments) throws IOException, SourceException {
        List<Path> exports = new ArrayList<>();
        for (String folder : List.of(arguments).subList(2, arguments.length)) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(Files::isRegularFile).sorted().forEach(exports::add);
            }
        }
        long start = System.nanoTime();
        long rows = run(arguments[0], Path.of(arguments[1]), exports);
        long cpu =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        System.out.printf(
                "%-6s %,9d rows %6.2f s wall %6.2f s CPU%n",
                arguments[0], rows, (System.nanoTime() - start) / 1e9, cpu / 1e9);
    }

    private static long run(String stage, Path home, List<Path> exports) throws SourceException {
        return switch (stage) {
            case "read", "parse" -> read(exports, stage.equals("parse"));
            case "load", "marts" -> load(home, exports, stage.equals("marts"));
            default -> throw new IllegalArgumentException(stage);
        };
    }

    private static long read(List<Path> exports, boolean parse) throws SourceException {
        long rows = 0;
        for (Path export : exports) {
            try (RowReader reader = Source.open(export)) {
                Row header = reader.next();
                RecordParser parser =
                        new RecordParser(Feeds.builtIn().match(texts(header)), Rules.ofProfile(Profile.PLANT), ZONE);
                for (Row row = reader.next(); row != null; row = reader.next(), rows++) {
                    if (parse) {
                        parser.parse(row);
                    }
                }
            }
        }
        return rows;
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            texts.add(row.text(i));
        }
        return texts;
    }

    private static long load(Path directory, List<Path> exports, boolean marts) {
        Plant plant = Plant.init(new Home(directory), "benchmark", ZONE, Profile.PLANT);
        try (Warehouse warehouse = Warehouses.openDuckDb(plant.home().database(), new DuckDbLimits(320, 2))) {
            FeedTables.prepare(warehouse, Feeds.builtIn());
            MartRefresh refresh = new MartRefresh(warehouse, Marts.builtIn(), plant.rules(), InstantSource.system());
            refresh.prepare();
            List<ExportReport> reports = new Ingest(plant, Feeds.builtIn(), warehouse, InstantSource.system())
                    .load(exports, null, null, new SilentProgress());
            if (marts) {
                refresh.refresh(new Scope.All(), List.of(), (mart, number, count) -> {});
            }
            return reports.stream().mapToLong(report -> report.counts().rows()).sum();
        }
    }
}
