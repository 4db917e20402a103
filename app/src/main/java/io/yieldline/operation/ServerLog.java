package io.yieldline.operation;

import io.yieldline.Visible;
import io.yieldline.plant.Plant;
import io.yieldline.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server log, one event per line, as text or JSON by the setting {@code serve: log}. A full file is rotated to
 * {@code yieldline.log.1}, that one to {@code .2}, and the oldest is deleted. A line that cannot be written is dropped.
 */
public final class ServerLog {
    private static final long FULL = 10_000_000;
    private static final int KEPT = 5;

    private final Path file;
    private final boolean json;
    private final InstantSource clock;

    private ServerLog(Path file, boolean json, InstantSource clock) {
        this.file = file;
        this.json = json;
        this.clock = clock;
    }

    /** The log of a plant's server. */
    public static ServerLog of(Plant plant, InstantSource clock) {
        Optional<YamlNode> log = plant.settings().section("serve").flatMap(serve -> serve.find("log"));
        boolean json = log.map(node -> node.oneOf(List.of("text", "json")))
                .orElse("text")
                .equals("json");
        return new ServerLog(plant.home().serverLog(), json, clock);
    }

    /** The level of an event. */
    public enum Level {
        /** Normal. */
        INFO,
        /** Needs attention at some time. */
        WARN,
        /** Needs attention now. */
        ERROR
    }

    /**
     * Writes a line.
     *
     * @param event event, such as {@code run.ended}
     * @param runId related run; null if none
     * @param facts additional fields, in order; control characters are escaped
     */
    public synchronized void write(Level level, String event, @Nullable Long runId, Map<String, ?> facts) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", clock.instant().toString());
        line.put("level", level.name());
        line.put("event", event);
        if (runId != null) {
            line.put("run", runId);
        }
        line.putAll(facts);
        append(Visible.line(json ? JsonMapper.shared().writeValueAsString(line) : text(line)) + "\n");
    }

    /** Time, level and event by position, other fields by name; values that are not a single word are quoted. */
    private static String text(Map<String, Object> line) {
        return line.entrySet().stream()
                .map(fact -> List.of("time", "level", "event").contains(fact.getKey())
                        ? word(fact.getValue())
                        : fact.getKey() + "=" + word(fact.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String word(Object value) {
        String text = String.valueOf(value);
        return text.matches("[\\p{Alnum}_.:/+-]+") ? text : JsonMapper.shared().writeValueAsString(text);
    }

    private void append(String line) {
        try {
            Files.createDirectories(file.getParent());
            makeRoom();
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            // A full disk must not stop the server; the health check and metrics report it.
        }
    }

    private void makeRoom() throws IOException {
        if (Files.exists(file) && Files.size(file) > FULL) {
            for (int i = KEPT - 1; i >= 0; i--) {
                Path from = numbered(i);
                if (Files.exists(from)) {
                    Files.move(from, numbered(i + 1), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private Path numbered(int number) {
        return number == 0 ? file : file.resolveSibling(file.getFileName() + "." + number);
    }
}
