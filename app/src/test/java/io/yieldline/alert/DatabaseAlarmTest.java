package io.yieldline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Profile;
import io.yieldline.warehouse.DatabaseFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alert about a damaged database is sent without a database, and once. */
class DatabaseAlarmTest {
    private static final DatabaseFault DAMAGE = DatabaseFault.missing("warehouse.duckdb");

    @TempDir
    Path temp;

    private Home home;
    private Instant now = Instant.parse("2025-04-21T12:00:00Z");

    @BeforeEach
    void init() throws IOException {
        home = new Home(temp.resolve("plant"));
        Plant.init(home, "Test", ZoneId.of("UTC"), Profile.PLANT);
        Files.writeString(home.settingsFile(), """
                plant: Test
                zone: UTC
                alerts:
                  quiet_hours: "00:00-23:59"
                  channels:
                    - {name: first, type: file, path: first.jsonl}
                    - {name: second, type: file, path: second.jsonl}
                """);
    }

    @Test
    void eachChannelIsToldOnce_remindedAfterADay_andToldOfTheRepair() throws IOException {
        assertThat(alarm().clear()).isEmpty();
        assertThat(alarm().raise(DAMAGE)).extracting(Attempt::error).containsExactly(null, null);
        now = now.plus(Duration.ofHours(23));
        assertThat(alarm().raise(DAMAGE)).isEmpty();
        now = now.plus(Duration.ofHours(1));
        assertThat(alarm().raise(DAMAGE)).hasSize(2);
        now = now.plus(Duration.ofHours(1));
        assertThat(alarm().clear()).hasSize(2);
        assertThat(alarm().clear()).isEmpty();
        List<String> lines = Files.readAllLines(home.directory().resolve("first.jsonl"));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .contains("[Test] the database is damaged")
                .contains("database_damaged")
                .contains("critical")
                .contains("yieldline --home " + home.directory() + " recover")
                .contains("warehouse.duckdb: the database is missing or half-filled");
        assertThat(lines.get(1)).contains("[Test] still open: the database is damaged");
        assertThat(lines.get(2)).contains("[Test] cleared: the database was damaged");
    }

    @Test
    void channelThatFailed_isTriedAgain_andTheOthersAreNotToldTwice() throws IOException {
        Path second = Files.createDirectory(home.directory().resolve("second.jsonl"));
        assertThat(alarm().raise(DAMAGE)).extracting(Attempt::arrived).containsExactly(true, false);
        Files.delete(second);
        assertThat(alarm().raise(DAMAGE)).extracting(Attempt::channel).containsExactly("second");
        assertThat(alarm().raise(DAMAGE)).isEmpty();
    }

    @Test
    void memoryThatCannotBeRead_silencesNobody() throws IOException {
        alarm().raise(DAMAGE);
        Files.writeString(home.damageTold(), "garbage");
        assertThat(alarm().raise(DAMAGE)).hasSize(2);
    }

    private DatabaseAlarm alarm() {
        return new DatabaseAlarm(Plant.open(home), name -> null, () -> now);
    }
}
