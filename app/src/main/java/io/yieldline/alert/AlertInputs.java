package io.yieldline.alert;

import io.yieldline.plant.Home;
import io.yieldline.plant.LostSlot;
import io.yieldline.plant.ServerTasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Inputs of alerting from outside the warehouse.
 *
 * @param environment the environment variables, for secrets
 * @param freeBytes free space on the disk of the home
 * @param newestBackup time of the newest verified backup; null if backups are not used, which disables the rule
 * @param tasks the periodic tasks of the server
 * @param lostSlots the jobs of the schedule that were given up
 * @param rules additional rules with their sources
 */
public record AlertInputs(
        Function<String, @Nullable String> environment,
        LongSupplier freeBytes,
        @Nullable Supplier<Optional<Instant>> newestBackup,
        ServerTasks tasks,
        Supplier<List<LostSlot>> lostSlots,
        List<AlertRule> rules) {

    /** The inputs of this process. */
    public static AlertInputs of(Home home, ServerTasks tasks) {
        return new AlertInputs(System::getenv, () -> freeBytes(home), null, tasks, List::of, List.of());
    }

    /** These inputs, with the source of backup times. */
    public AlertInputs withBackups(Supplier<Optional<Instant>> newest) {
        return new AlertInputs(environment, freeBytes, newest, tasks, lostSlots, rules);
    }

    /** These inputs, with the source of lost slots. */
    public AlertInputs withLostSlots(Supplier<List<LostSlot>> lost) {
        return new AlertInputs(environment, freeBytes, newestBackup, tasks, lost, rules);
    }

    /** These inputs, with additional rules. */
    public AlertInputs withRules(List<AlertRule> more) {
        return new AlertInputs(environment, freeBytes, newestBackup, tasks, lostSlots, more);
    }

    private static long freeBytes(Home home) {
        try {
            return Files.getFileStore(home.directory()).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the free space of " + home.directory(), e);
        }
    }
}
