package io.yieldline.health;

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
public record HealthInputs(
        @Nullable Supplier<List<String>> overdue,
        @Nullable Supplier<Optional<Instant>> newestBackup,
        LongPredicate running) {

    /** Nobody to ask: a process that does one thing and ends. */
    public static HealthInputs alone() {
        return new HealthInputs(null, null, run -> false);
    }
}
