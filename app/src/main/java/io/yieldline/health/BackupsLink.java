package io.yieldline.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** There is a recent verified backup. */
record BackupsLink(Supplier<Optional<Instant>> newest) implements Link {
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
        return newest.get()
                .map(made -> made.isBefore(examination.clock().instant().minus(OLD))
                        ? Found.warn("the newest verified backup is of " + examination.local(made), backup)
                        : Found.ok("the newest verified backup is of " + examination.local(made)))
                .orElse(Found.warn("there is no verified backup", backup));
    }
}
