package io.yieldline.alert;

import io.yieldline.alert.Alert.ReportedState;
import io.yieldline.plant.DurableFile;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.DatabaseFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The alert that the database is damaged, which cannot be kept in the database. A file of the home remembers when each channel was
 * told, until the database is repaired: so nobody is told twice before the time for reminders, whichever process finds the damage.
 */
public final class DatabaseAlarm {
    private static final String RULE = "database_damaged";

    /** Times by channel, in milliseconds since 1970 UTC; under this name, when the damage was found first. */
    private static final String OPENED = "";

    private final Plant plant;
    private final InstantSource clock;
    private final AlertSettings settings;
    private final Path file;

    /** Reads the section {@code alerts} of the settings; the environment has secrets. */
    public DatabaseAlarm(Plant plant, Function<String, @Nullable String> environment, InstantSource clock) {
        this.plant = plant;
        this.clock = clock;
        this.settings = AlertSettings.of(plant.settings().section("alerts"), plant.home(), environment, clock);
        this.file = plant.home().damageTold();
    }

    /** Tells every channel that was not told yet, or not for long, and returns the attempts. */
    public List<Attempt> raise(DatabaseFault damage) {
        return tell(damage.getMessage(), null);
    }

    /** Tells those who were told of the damage that it is repaired, and returns the attempts. */
    public List<Attempt> clear() {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Attempt> attempts = tell("it was repaired", now());
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A channel is told once more at the next damage only after the time for reminders.
        }
        return attempts;
    }

    private List<Attempt> tell(String detail, @Nullable LocalDateTime repaired) {
        Map<String, Long> told = told();
        Instant now = clock.instant();
        told.putIfAbsent(OPENED, now.toEpochMilli());
        List<Attempt> attempts = new ArrayList<>();
        for (Channel channel : settings.channels()) {
            Alert alert = alert(detail, told, channel, repaired);
            if (alert.news(now.toEpochMilli(), settings.reminders().toMillis()) != null) {
                Attempt attempt = send(channel, message(alert, now));
                attempts.add(attempt);
                if (attempt.arrived()) {
                    told.put(channel.name(), now.toEpochMilli());
                }
            }
        }
        remember(told);
        return attempts;
    }

    private Alert alert(String detail, Map<String, Long> told, Channel channel, @Nullable LocalDateTime repaired) {
        Long toldMs = told.get(channel.name());
        ReportedState state = toldMs == null
                ? (repaired == null ? ReportedState.NOTHING : ReportedState.CLEARED)
                : ReportedState.OPEN;
        return new Alert(
                0,
                new Condition(
                                RULE,
                                "database",
                                Severity.CRITICAL,
                                repaired == null ? "the database is damaged" : "the database was damaged",
                                detail,
                                repaired == null ? "yieldline recover" : null)
                        .calling(plant.home().program()),
                local(Instant.ofEpochMilli(told.getOrDefault(OPENED, 0L))),
                now(),
                repaired,
                1,
                null,
                state,
                toldMs);
    }

    private Message message(Alert alert, Instant now) {
        return Announcement.of(
                        plant.settings().plant(),
                        List.of(alert),
                        now.toEpochMilli(),
                        settings.reminders().toMillis())
                .message(now, plant.home().program());
    }

    private static Attempt send(Channel channel, Message message) {
        @Nullable String error = null;
        try {
            channel.send(message);
        } catch (DeliveryException e) {
            error = e.getMessage();
        }
        return new Attempt(channel.name(), message.id(), message.subject(), error, error != null);
    }

    /** A file that cannot be read tells nothing: then somebody is told twice, rather than nobody. */
    private Map<String, Long> told() {
        try {
            return new TreeMap<>(
                    JsonMapper.shared().readValue(Files.readAllBytes(file), new TypeReference<Map<String, Long>>() {}));
        } catch (IOException | JacksonException e) {
            return new TreeMap<>();
        }
    }

    private void remember(Map<String, Long> told) {
        try {
            Files.createDirectories(file.getParent());
            DurableFile.replace(
                    file, JsonMapper.shared().writeValueAsString(told).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The same damage may have taken the disk: being told again is the lesser evil.
        }
    }

    private LocalDateTime now() {
        return local(clock.instant());
    }

    private LocalDateTime local(Instant at) {
        return PlantTime.of(at, plant.settings().zone());
    }
}
