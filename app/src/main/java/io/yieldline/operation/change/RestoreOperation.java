package io.yieldline.operation.change;

import io.yieldline.backup.Backup;
import io.yieldline.backup.Backups;
import io.yieldline.backup.Backups.Choice;
import io.yieldline.backup.Restore;
import io.yieldline.backup.RestorePlan;
import io.yieldline.ingest.Reloadable;
import io.yieldline.mart.Marts;
import io.yieldline.operation.Context;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Engine;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Restores all data from a backup, and loads later exports again from the archive. */
public final class RestoreOperation extends ChangingOperation<RestoreOperation.Parameters> {
    /** The name of this operation. */
    public static final String NAME = "restore";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Restore all data from a backup.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public String command() {
        return NAME + " NAME";
    }

    @Override
    Planned plan(Parameters parameters, Context context) {
        Choice chosen = chosen(context.backups(), parameters.backup(), parameters.from());
        return new Planned(what(chosen), List.of(), restore(chosen.backup(), context));
    }

    /** One from another folder is copied into the store of this plant first. */
    private static Choice chosen(Backups backups, String name, @Nullable Path from) {
        Backups there = from == null ? backups : backups.in(from);
        Choice choice = there.choose(name);
        return from == null
                ? choice
                : new Choice(backups.copy(choice.backup(), there).backup(), choice.passedOver());
    }

    static Restore restore(Backup backup, Context context) {
        return new Restore(
                context.parts(),
                Restore.usable(context.backups(), backup, context.warehouse()),
                context.progress(),
                () -> context.catchUp());
    }

    /**
     * What a restore would change, for a plant whose embedded database is damaged.
     *
     * @param from the folder with the backup; null for the store of the plant
     * @param rows the rows in its tables, as far as they can be read
     */
    public static Changed planned(
            String name, @Nullable Path from, Plant plant, InstantSource clock, Map<String, Long> rows) {
        Backups backups = new Backups(plant, clock);
        Choice chosen = chosen(backups, name, from);
        Backup backup = backups.verify(chosen.backup());
        RestorePlan plan = new RestorePlan(backup, Reloadable.of(plant.home(), Engine.DUCKDB));
        return new Changed(
                what(chosen),
                List.of(),
                true,
                plan.effects(Marts.of(plant.home()), rows),
                plan.again(),
                null,
                null,
                null,
                List.of());
    }

    private static String what(Choice chosen) {
        List<String> passedOver = chosen.passedOver();
        return "restore of " + chosen.backup().name()
                + (passedOver.isEmpty() ? "" : ", passing over " + String.join("; ", passedOver));
    }

    /**
     * What to restore.
     *
     * @param backup the name of a backup; {@code latest} is the newest verified one
     * @param from a folder that backups were copied to; null for the store of the plant
     */
    public record Parameters(String backup, @Nullable Path from, boolean dryRun)
            implements ChangingOperation.Parameters {}
}
