package io.yieldline.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Selects the cell of a mart by values of its keys. */
final class KeyOptions {
    @Option(names = "--day", paramLabel = "DAY", description = "Day, such as 2025-04-15.")
    @Nullable
    String day;

    @Option(names = "--from", paramLabel = "DAY", description = "First day of a sum over several days.")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day of the sum, inclusive.")
    @Nullable
    String to;

    @Option(names = "--week", paramLabel = "WEEK", description = "ISO week, such as 2025-W16.")
    @Nullable
    String week;

    @Option(names = "--hour", paramLabel = "HOUR", description = "Hour, 0 to 23.")
    @Nullable
    String hour;

    @Option(names = "--model", paramLabel = "MODEL", description = "Model, such as \"Tesla SXM4\".")
    @Nullable
    String model;

    @Option(names = "--station", paramLabel = "STATION", description = "Station, such as FI.")
    @Nullable
    String station;

    @Option(names = "--part-number", paramLabel = "PN", description = "Part number.")
    @Nullable
    String partNumber;

    @Option(names = "--fixture", paramLabel = "FIXTURE", description = "Fixture number.")
    @Nullable
    String fixture;

    @Option(names = "--error-code", paramLabel = "CODE", description = "Error code.")
    @Nullable
    String errorCode;

    @Option(
            names = "--where",
            paramLabel = "KEY=VALUE",
            description = "Any other key of the mart, or a blank key (KEY=); repeatable.")
    Map<String, String> where = new LinkedHashMap<>();

    /** The values by key column. */
    Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        put(keys, "day", day);
        put(keys, "from", from);
        put(keys, "to", to);
        put(keys, "week", week);
        put(keys, "hour", hour);
        put(keys, "model", model);
        put(keys, "station", station);
        put(keys, "part_number", partNumber);
        put(keys, "fixture", fixture);
        put(keys, "error_code", errorCode);
        keys.putAll(where);
        return keys;
    }

    private static void put(Map<String, String> keys, String key, @Nullable String value) {
        if (value != null) {
            keys.put(key, value);
        }
    }
}
