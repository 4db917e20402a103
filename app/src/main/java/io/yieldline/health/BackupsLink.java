package io.yieldline.health;

import io.yieldline.health.HealthInputs.NewestBackup;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** There is a recent verified backup. */
record BackupsLink(Supplier<NewestBackup> newest) implements Link {
    private static final Duration OLD = Duration.ofDays(7);

    @Override
    public String name() {
        return "backups";
    }

    @Override
    public String downstream() {
        return "a failure of this disk would lose the data of the plant";
    }

    @Override
    public boolean inDatabase() {
        return false;
    }

    @Override
    public Found examine(Examination examination) {
        Remedy backup = new Remedy(Stage.LOOK, "", "create a backup", "backup");
        NewestBackup found = newest.get();
        Optional<Instant> made = found.takenAt();
        String message = made.map(moment -> "the newest verified backup is of " + examination.local(moment))
                .orElse("there is no verified backup");
        boolean recent = made.isPresent()
                && !made.get().isBefore(examination.clock().instant().minus(OLD));
        return (recent && found.damaged().isEmpty() ? Found.ok(message) : Found.warn(message, backup))
                .with(found.damaged());
    }
}
