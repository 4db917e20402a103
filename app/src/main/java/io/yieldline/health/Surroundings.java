package io.yieldline.health;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What other parts of the program know and the doctor asks them.
 *
 * @param overdue slots of the schedule that should have run and did not, in words; null where there is no schedule
 * @param newestBackup when the newest backup that was verified was made; null where backups are made by others
 * @param running whether a run without an end is still at work in this process
 */
public record Surroundings(
        @Nullable Supplier<List<String>> overdue,
        @Nullable Supplier<Optional<Instant>> newestBackup,
        LongPredicate running) {

    /** Nobody to ask: a process that does one thing and ends. */
    public static Surroundings alone() {
        return new Surroundings(null, null, run -> false);
    }

    /** Puts the newest verified backup in the place of a database that is not there. */
    @FunctionalInterface
    public interface Restore {
        /** Makes the database file from a backup and says from which; empty when there is none. */
        Optional<String> into(Path database);
    }
}
