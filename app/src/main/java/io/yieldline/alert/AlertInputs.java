package io.yieldline.alert;

import io.yieldline.plant.Home;
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
 * What alerting is told from outside the warehouse.
 *
 * @param environment the environment variables, for secrets
 * @param freeBytes how much room is left where the home is
 * @param newestBackup when the newest verified backup was made; null where nobody makes backups, and then nobody misses them
 * @param rules further rules with their sources
 */
public record AlertInputs(
        Function<String, @Nullable String> environment,
        LongSupplier freeBytes,
        @Nullable Supplier<Optional<Instant>> newestBackup,
        List<AlertRule> rules) {

    /** Those of this process. */
    public static AlertInputs of(Home home) {
        return new AlertInputs(System::getenv, () -> freeBytes(home), null, List.of());
    }

    /** These, with somebody who knows the backups. */
    public AlertInputs withBackups(Supplier<Optional<Instant>> newest) {
        return new AlertInputs(environment, freeBytes, newest, rules);
    }

    /** These, with more rules. */
    public AlertInputs withRules(List<AlertRule> more) {
        return new AlertInputs(environment, freeBytes, newestBackup, more);
    }

    private static long freeBytes(Home home) {
        try {
            return Files.getFileStore(home.directory()).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell the free space of " + home.directory(), e);
        }
    }
}
