package io.yieldline.cli;

import io.yieldline.plant.DatabaseAddress;
import io.yieldline.plant.Plant;
import io.yieldline.plant.PlantId;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The environment variables on which a command of this plant depends, as they may be shown: without secrets. */
final class ExportedVariables {
    private static final Pattern NAMED = Pattern.compile("(?m)^[^#\\n]*\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");
    private static final List<String> OF_JAVA = List.of("YIELDLINE_HEAP", "YIELDLINE_JAVA_OPTIONS");

    private ExportedVariables() {}

    /** By name: the database if the settings do not name it, what the settings read, and options of Java. */
    static Map<String, String> of(YieldlineCommand options, Plant plant) {
        Map<String, String> variables = new TreeMap<>();
        database(options, plant).ifPresent(address -> variables.put("YIELDLINE_DATABASE", address));
        Path settings = options.config == null ? plant.home().settingsFile() : options.config;
        NAMED.matcher(text(settings))
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(name -> variables.put(name, "as the settings read it"));
        OF_JAVA.stream()
                .filter(name -> System.getenv(name) != null)
                .forEach(name -> variables.put(name, System.getenv(name)));
        return variables;
    }

    /** The one that the command names; else the one that the home uses, if the settings name another engine. */
    private static Optional<String> database(YieldlineCommand options, Plant plant) {
        if (options.database != null) {
            return Optional.of(DatabaseAddress.masked(options.database));
        }
        return PlantId.of(plant.home())
                .filter(id -> plant.settings().embedded() && !id.engine().equals(Engine.DUCKDB.label()))
                .map(PlantId::database);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }
}
