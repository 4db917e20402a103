package io.yieldline.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.operation.ServerLog.Level;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-04-21T12:00:00Z"));

    @TempDir
    Path temp;

    private Home home;
    private Map<String, Object> facts;

    @BeforeEach
    void init() {
        home = new Home(temp);
        Plant.init(home, "p", ZoneId.of("Asia/Tokyo"), Profile.PLANT);
        facts = new LinkedHashMap<>();
        facts.put("operation", "ingest");
        facts.put("seconds", 1.5);
        facts.put("summary", "first\r\nsecond \"line\"");
    }

    @Test
    void aLineIsATextLine() throws IOException {
        log().write(Level.INFO, "run.ended", 12L, facts);
        log().write(Level.WARN, "inbox.waits", null, Map.of());
        assertThat(Files.readAllLines(home.serverLog()))
                .containsExactly(
                        "2025-04-21T12:00:00Z INFO run.ended run=12 operation=ingest seconds=1.5"
                                + " summary=\"first\\r\\nsecond \\\"line\\\"\"",
                        "2025-04-21T12:00:00Z WARN inbox.waits");
    }

    @Test
    void orAnObject() throws IOException {
        setting("json");
        log().write(Level.ERROR, "run.ended", 12L, facts);
        assertThat(Files.readAllLines(home.serverLog()))
                .containsExactly(
                        "{\"time\":\"2025-04-21T12:00:00Z\",\"level\":\"ERROR\",\"event\":\"run.ended\",\"run\":12,"
                                + "\"operation\":\"ingest\",\"seconds\":1.5,\"summary\":\"first\\r\\nsecond \\\"line\\\"\"}");
    }

    @Test
    void orNothingElse() throws IOException {
        setting("xml");
        assertThatThrownBy(this::log).hasMessageEndingWith(": \"xml\" is not one of text, json");
    }

    @Test
    void aFullFileMakesRoomForFiveOlderOnes() throws IOException {
        for (int i = 0; i < 7; i++) {
            Files.createDirectories(home.serverLog().getParent());
            Files.write(home.serverLog(), new byte[10_000_001 + i]);
            log().write(Level.INFO, "next", null, Map.of());
        }
        assertThat(home.serverLog()).hasSize("2025-04-21T12:00:00Z INFO next\n".length());
        assertThat(List.of(1, 5))
                .map(number -> Files.size(home.serverLog().resolveSibling("yieldline.log." + number)))
                .containsExactly(10_000_007L, 10_000_003L);
        assertThat(home.serverLog().resolveSibling("yieldline.log.6")).doesNotExist();
    }

    @Test
    void aLogThatCannotBeWrittenStopsNobody() throws IOException {
        Files.createFile(temp.resolve("logs"));
        log().write(Level.INFO, "next", null, Map.of());
        assertThat(temp.resolve("logs")).isEmptyFile();
    }

    private ServerLog log() {
        return ServerLog.of(Plant.open(home), CLOCK);
    }

    private void setting(String log) throws IOException {
        Files.writeString(
                home.settingsFile(), Files.readString(home.settingsFile()).replace("log: text", "log: " + log));
    }
}
