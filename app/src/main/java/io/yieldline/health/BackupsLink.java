package io.yieldline.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** There is a verified backup that is not too old. */
record BackupsLink(Supplier<Optional<Instant>> newest) implements Link {
    private static final Duration OLD = Duration.ofDays(7);

    @Override
    public String name() {
        return "backups";
    }

    @Override
    public String downstream() {
        return "the loss of this disk would be the loss of the plant's data";
    }

    @Override
    public boolean inDatabase() {
        return false;
    }

    @Override
    public Found examine(Examination examination) {
        Remedy backup = new Remedy(Stage.LOOK, "", "make one", "backup");
        return newest.get()
                .map(made -> made.isBefore(examination.clock().instant().minus(OLD))
                        ? Found.warn("the newest verified one is of " + examination.local(made), backup)
                        : Found.ok("the newest verified one is of " + examination.local(made)))
                .orElse(Found.warn("there is none that was verified", backup));
    }
}
