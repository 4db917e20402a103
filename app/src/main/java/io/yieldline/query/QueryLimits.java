package io.yieldline.query;

import io.yieldline.plant.Settings;
import io.yieldline.yaml.YamlNode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What one query may use.
 *
 * @param rows maximum number of rows of an answer
 * @param bytes maximum size of an answer, as it comes from the worker
 * @param seconds time after which it is stopped
 * @param memoryMegabytes memory of the engine in the worker
 */
public record QueryLimits(int rows, long bytes, int seconds, int memoryMegabytes) {
    /** The most rows that anybody can ask for. */
    public static final int MOST_ROWS = 200_000;

    /** The longest time that anybody can ask for, in seconds. */
    public static final int MOST_SECONDS = 600;

    /** The default limits. */
    public static final QueryLimits DEFAULT = new QueryLimits(10_000, 32_000_000, 30, 512);

    private static final List<String> KEYS = List.of("rows", "seconds", "memory_megabytes");

    /** The section {@code query} of the settings. */
    public static QueryLimits of(Settings settings) {
        Optional<YamlNode> section = settings.section("query");
        section.ifPresent(node -> node.entries(KEYS));
        return new QueryLimits(
                YamlNode.integer(section, "rows", 1, MOST_ROWS, DEFAULT.rows),
                DEFAULT.bytes,
                YamlNode.integer(section, "seconds", 1, MOST_SECONDS, DEFAULT.seconds),
                YamlNode.integer(section, "memory_megabytes", 64, 100_000, DEFAULT.memoryMegabytes));
    }

    /** These limits with another number of rows. */
    public QueryLimits withRows(int other) {
        return new QueryLimits(other, bytes, seconds, memoryMegabytes);
    }

    /** These limits with another time. */
    public QueryLimits withSeconds(int other) {
        return new QueryLimits(rows, bytes, other, memoryMegabytes);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(rows);
        out.writeLong(bytes);
        out.writeInt(seconds);
        out.writeInt(memoryMegabytes);
    }

    static QueryLimits read(DataInputStream in) throws IOException {
        return new QueryLimits(in.readInt(), in.readLong(), in.readInt(), in.readInt());
    }
}
