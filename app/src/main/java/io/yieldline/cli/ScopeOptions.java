package io.yieldline.cli;

import io.yieldline.insight.Dimension;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Only some models, stations or part numbers. */
final class ScopeOptions {
    @Option(names = "--model", paramLabel = "MODEL", description = "Only this model.")
    @Nullable
    String model;

    @Option(names = "--station", paramLabel = "STATION", description = "Only this station.")
    @Nullable
    String station;

    @Option(names = "--part-number", paramLabel = "PN", description = "Only this part number.")
    @Nullable
    String partNumber;

    /** The values that records must have. */
    Map<Dimension, String> scope() {
        Map<Dimension, String> scope = new LinkedHashMap<>();
        put(scope, Dimension.MODEL, model);
        put(scope, Dimension.STATION, station);
        put(scope, Dimension.PART_NUMBER, partNumber);
        return scope;
    }

    /** Adds a value that was given. */
    static void put(Map<Dimension, String> scope, Dimension dimension, @Nullable String value) {
        if (value != null) {
            scope.put(dimension, value);
        }
    }
}
