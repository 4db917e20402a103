package io.yieldline.query;

import io.yieldline.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A lake of two tables and a view, as the store writes it: a link to a version, its files and its catalogue. */
public final class SmallLake {
    private static final String CATALOGUE = """
            {"snapshot": "20250601-080000", "taken_at": "2025-06-01T08:00:00", "plant": "demo",
             "functions": "create macro share(part, whole) as part * 1.0 / nullif(whole, 0);", "tables": [
              {"name": "unit_runs", "kind": "log", "title": "Runs", "grain": "a run of a unit", "rows": 2000,
               "files": "unit_runs/*/*.parquet", "columns": [
                 {"name": "serial_number", "type": "VARCHAR", "meaning": "the unit"},
                 {"name": "day", "type": "DATE", "meaning": "the day of its end"},
                 {"name": "passed", "type": "BOOLEAN", "meaning": "whether it passed"}], "ratios": []},
              {"name": "station_yield_daily", "kind": "mart", "title": "Yield of stations", "grain": "a day and a station",
               "rows": 60, "files": "station_yield_daily/*.parquet", "columns": [
                 {"name": "day", "type": "DATE", "meaning": "the day"},
                 {"name": "station", "type": "VARCHAR", "meaning": "the station"},
                 {"name": "passed", "type": "BIGINT", "meaning": "units that passed"},
                 {"name": "failed", "type": "BIGINT", "meaning": "units that failed"}],
               "ratios": [{"name": "yield", "numerator": ["passed"], "denominator": ["passed", "failed"], "meaning": "share"}]},
              {"name": "yield_total", "kind": "view", "title": "Yield in total", "grain": "a station",
               "sql": "select station, sum(passed) as passed, sum(failed) as failed from station_yield_daily group by station",
               "columns": [{"name": "station", "type": "VARCHAR", "meaning": "the station"}], "ratios": []}]}
            """;

    private final Path link;
    private final Path version;

    private SmallLake(Path link, Path version) {
        this.link = link;
        this.version = version;
    }

    /** Writes the lake into a folder. */
    public static SmallLake in(Path folder) {
        Path version = folder.resolve("versions").resolve("20250601-080000");
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement()) {
            Files.createDirectories(version.resolve("unit_runs/month=2025-04"));
            Files.createDirectories(version.resolve("unit_runs/month=2025-05"));
            Files.createDirectories(version.resolve("station_yield_daily"));
            for (int month : new int[] {4, 5}) {
                statement.execute("copy (select 'SN' || range as serial_number, date '2025-0" + month
                        + "-01' + cast(range % 30 as integer) as day, range % 7 <> 0 as passed from range(1000)) to '"
                        + version.resolve("unit_runs/month=2025-0" + month + "/a.parquet") + "' (format parquet)");
            }
            statement.execute("copy (select date '2025-05-01' + cast(range % 30 as integer) as day,"
                    + " case when range < 30 then 'FT1' else 'FT2' end as station, 90 + range as passed,"
                    + " cast(5 as bigint) as failed from range(60)) to '"
                    + version.resolve("station_yield_daily/a.parquet") + "' (format parquet)");
            Files.writeString(version.resolve("catalog.json"), CATALOGUE);
            Path link = folder.resolve("lake");
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, version);
            return new SmallLake(link, version);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The link that names the version. */
    public Path link() {
        return link;
    }

    /** The folder of the version. */
    public Path folder() {
        return version;
    }

    LakeVersion version() {
        return LakeVersion.of(link);
    }

    /** The hash of every file, by path below the version. */
    public Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(version)) {
            files.forEach(file -> hashes.put(version.relativize(file).toString(), hash(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hashes;
    }

    private static String hash(Path file) {
        try {
            return Files.isDirectory(file) ? "folder" : Sha256.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
