package io.yieldline.health;

import io.yieldline.PartProgress;
import io.yieldline.UserError;
import io.yieldline.feed.Feeds;
import io.yieldline.ingest.Archive;
import io.yieldline.ingest.ReceiptJournal;
import io.yieldline.mart.Marts;
import io.yieldline.mart.PlantParts;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of a diagnosis.
 *
 * @param warehouse the open database; null if it cannot be opened
 * @param refusal why it cannot be opened; null if it is open
 * @param quick compare sizes instead of contents: no hashes, no recomputed marts
 * @param runId the current run, which has no end yet; null if it is not logged
 * @param progress receives notes about the progress
 * @param each is told each link and each table that is read
 */
public record Examination(
        Plant plant,
        Marts marts,
        @Nullable Warehouse warehouse,
        @Nullable RuntimeException refusal,
        InstantSource clock,
        HealthInputs surroundings,
        boolean quick,
        @Nullable Long runId,
        Consumer<String> progress,
        PartProgress each) {

    /** For a plant whose database cannot be opened. */
    public static Examination closed(
            Plant plant, RuntimeException refusal, InstantSource clock, boolean quick, Consumer<String> progress) {
        return new Examination(
                plant,
                Marts.builtIn(),
                null,
                refusal,
                clock,
                HealthInputs.alone(),
                quick,
                null,
                progress,
                PartProgress.NONE);
    }

    /** For a plant whose database cannot be opened. */
    public static Examination open(
            PlantParts parts,
            HealthInputs surroundings,
            boolean quick,
            @Nullable Long runId,
            Consumer<String> progress,
            PartProgress each) {
        return new Examination(
                parts.plant(),
                parts.marts(),
                parts.warehouse(),
                null,
                parts.clock(),
                surroundings,
                quick,
                runId,
                progress,
                each);
    }

    PlantParts parts() {
        return new PlantParts(plant, marts, open(), clock);
    }

    Feeds feeds() {
        return marts.feeds();
    }

    Home home() {
        return plant.home();
    }

    Archive archive() {
        return new Archive(home().archive());
    }

    ReceiptJournal receipts() {
        return ReceiptJournal.of(home(), warehouse == null ? engine() : warehouse.engine());
    }

    private Engine engine() {
        return plant.settings().embedded() ? Engine.DUCKDB : Engine.POSTGRES;
    }

    <T> T read(Function<Session, T> work) {
        return open().read(work);
    }

    Warehouse open() {
        return Objects.requireNonNull(warehouse);
    }

    String whyClosed() {
        RuntimeException why = Objects.requireNonNull(refusal);
        return why instanceof UserError ? String.valueOf(why.getMessage()) : "unexpected error: " + why;
    }

    LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, plant.settings().zone()).withNano(0);
    }
}
