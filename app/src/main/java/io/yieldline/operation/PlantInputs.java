package io.yieldline.operation;

import io.yieldline.alert.AlertInputs;
import io.yieldline.backup.Backups.Newest;
import io.yieldline.health.HealthInputs;
import io.yieldline.health.HealthInputs.NewestBackup;
import io.yieldline.plant.LostSlot;
import io.yieldline.schedule.LostSlots;
import io.yieldline.schedule.Slot;
import io.yieldline.schedule.Slots;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/** Inputs of doctor, metrics and alerts from other parts of the plant. */
final class PlantInputs {
    /** A slot that waits longer than this after its due time is overdue. */
    private static final Duration LATE = Duration.ofMinutes(15);

    private PlantInputs() {}

    static HealthInputs health(Context context) {
        return new HealthInputs(
                () -> overdue(context), () -> newestBackup(context), context.running(), context.tasks(), lost(context));
    }

    static AlertInputs alerts(Context context) {
        return AlertInputs.of(context.plant().home(), context.tasks())
                .withBackups(() -> newestBackup(context).takenAt())
                .withLostSlots(lost(context));
    }

    private static Supplier<List<LostSlot>> lost(Context context) {
        return () -> new LostSlots(context.warehouse(), context.plant()).all();
    }

    private static NewestBackup newestBackup(Context context) {
        Newest newest = context.backups().newest();
        ZoneId zone = context.plant().settings().zone();
        return new NewestBackup(
                newest.verified().map(backup -> backup.takenAt().atZone(zone).toInstant()), newest.passedOver());
    }

    private static List<String> overdue(Context context) {
        Instant late = context.clock().instant().minus(LATE);
        return Slots.latest(context.warehouse()).stream()
                .filter(slot -> slot.state() == Slot.State.WAITING)
                .filter(slot -> slot.nextTryAt().isBefore(late))
                .map(slot -> slot.job() + ", due at " + slot.due())
                .toList();
    }
}
