package io.yieldline.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that reads the lake again and again, as a BI tool does; a process of {@code benchmarks/readers}, never part of the build. */
public final class LakeReader {
    private final Path lake;
    private final Set<Path> versions = new TreeSet<>();
    private int readings;
    private int wrong;

    private LakeReader(Path lake) {
        this.lake = lake;
    }

    /**
     * Arguments: the lake, seconds between two readings on average, a file that is written after the first reading, and a file that
     * ends the reader once it is there.
     */
    public static void main(String[] arguments) throws Exception {
        LakeReader reader = new LakeReader(Path.of(arguments[0]));
        Path ready = Path.of(arguments[2]);
        Path end = Path.of(arguments[3]);
        Random random = new Random(ready.hashCode());
        double pause = Double.parseDouble(arguments[1]);
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement()) {
            statement.execute("set threads = 1");
            reader.read(statement);
            Files.writeString(ready, "");
            long next = System.nanoTime() + (long) (pause * random.nextDouble() * 1e9);
            while (!Files.exists(end)) {
                if (System.nanoTime() >= next) {
                    reader.read(statement);
                    next += (long) (pause * 1e9);
                }
                Thread.sleep(200);
            }
            reader.read(statement);
        }
        System.out.println(reader.readings + " " + reader.versions.size() + " " + reader.wrong);
    }

    /** Follows the link once, then reads two tables of that version, which agree with each other and with its catalogue. */
    private void read(Statement statement) throws SQLException, IOException {
        Path version = lake.toRealPath();
        JsonNode catalogue = JsonMapper.shared().readTree(Files.readString(version.resolve("catalog.json")));
        long listed = catalogue
                .path("tables")
                .valueStream()
                .filter(table -> table.path("name").asString().equals("workstation_master_log"))
                .mapToLong(table -> table.path("rows").asLong())
                .sum();
        long records =
                number(statement, "select count(serial_number) from " + files(version, "workstation_master_log/*/*"));
        long counted = number(statement, "select sum(total) from " + files(version, "station_hourly/*/*"));
        readings++;
        versions.add(version);
        if (records != listed || counted != listed) {
            wrong++;
            System.err.println(version + ": listed " + listed + ", records " + records + ", counted " + counted);
        }
    }

    private static String files(Path version, String pattern) {
        return "read_parquet('" + version.resolve(pattern) + ".parquet')";
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
