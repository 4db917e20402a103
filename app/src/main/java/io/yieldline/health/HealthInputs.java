package io.yieldline.health;

import io.yieldline.plant.LostSlot;
import io.yieldline.plant.ServerTasks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Inputs of the doctor from other parts of the program.
 *
 * @param overdue descriptions of overdue slots; null without a schedule
 * @param newestBackup the newest verified backup; null if backups are made by other means
 * @param running whether an unfinished run is active in this process
 * @param tasks the periodic tasks of the server
 * @param lostSlots the jobs of the schedule that were given up
 */
public record HealthInputs(
        @Nullable Supplier<List<String>> overdue,
        @Nullable Supplier<NewestBackup> newestBackup,
        LongPredicate running,
        ServerTasks tasks,
        Supplier<List<LostSlot>> lostSlots) {

    /** No inputs, for a process that runs a single command. */
    public static HealthInputs alone() {
        return new HealthInputs(null, null, run -> false, new ServerTasks(), List::of);
    }

    /**
     * The newest verified backup.
     *
     * @param takenAt empty if there is none
     * @param damaged what is wrong with newer ones, each in one line
     */
    public record NewestBackup(Optional<Instant> takenAt, List<String> damaged) {}
}
