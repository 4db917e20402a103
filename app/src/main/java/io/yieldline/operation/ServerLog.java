package io.yieldline.operation;

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
 * What a server did, a line each, as text or as JSON by the setting {@code serve: log}. A full file makes room: it becomes
 * {@code yieldline.log.1}, that one {@code .2}, and the oldest goes. A line that cannot be written costs nothing but itself.
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

    /** How bad it is. */
    public enum Level {
        /** As it should be. */
        INFO,
        /** Somebody should look, some day. */
        WARN,
        /** Somebody should look now. */
        ERROR
    }

    /**
     * Writes a line.
     *
     * @param event what happened, such as {@code run.ended}
     * @param runId the run that it belongs to; null for none
     * @param facts what else is known of it, in order; line breaks are written as {@code \n}
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
        append((json ? JsonMapper.shared().writeValueAsString(line) : text(line)) + "\n");
    }

    /** Time, level and event by their places, the rest by their names; what is not one plain word is quoted. */
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
            // A full disk must not stop the server; readiness and metrics tell of it.
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
