package io.yieldline.alert;

import io.yieldline.warehouse.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The newest verified backup is too old, or there is none although the plant has been used for that long. */
record OldBackup(Severity severity, Duration after, Supplier<Optional<Instant>> newest, ZoneId zone)
        implements ConditionSource {
    @Override
    public List<Condition> conditions(Session session, Instant now) {
        Optional<Instant> made = newest.get();
        if (made.isPresent() ? !made.get().isBefore(now.minus(after)) : isNew(session, now)) {
            return List.of();
        }
        String detail = made.map(moment -> "the newest verified backup is "
                        + Duration.between(moment, now).toHours() + " hours old")
                .orElse("there is no verified backup");
        return List.of(
                new Condition("backup_old", "backup", severity, "the backup is old", detail, "yieldline backup"));
    }

    private boolean isNew(Session session, Instant now) {
        return session.number("select count(*) from run where started_at < ?", PlantTime.of(now.minus(after), zone))
                == 0;
    }
}
