package io.yieldline.operation;

import io.yieldline.alert.AlertInputs;
import io.yieldline.health.HealthInputs;
import io.yieldline.plant.LostSlot;
import io.yieldline.schedule.LostSlots;
import io.yieldline.schedule.Slot;
import io.yieldline.schedule.Slots;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Inputs of doctor, metrics and alerts from other parts of the plant. */
final class PlantInputs {
    /** A slot that waits longer than this after its due time is overdue. */
    private static final Duration LATE = Duration.ofMinutes(15);

    private PlantInputs() {}

    static HealthInputs health(Context context) {
        return new HealthInputs(
                () -> overdue(context),
                () -> newestBackup(context),
                () -> context.backups().passedOver(),
                context.running(),
                context.tasks(),
                lost(context));
    }

    static AlertInputs alerts(Context context) {
        return AlertInputs.of(context.plant().home(), context.tasks())
                .withBackups(() -> newestBackup(context))
                .withLostSlots(lost(context));
    }

    private static Supplier<List<LostSlot>> lost(Context context) {
        return () -> new LostSlots(context.warehouse(), context.plant()).all();
    }

    private static Optional<Instant> newestBackup(Context context) {
        return context.backups()
                .newestVerified()
                .map(backup -> backup.takenAt()
                        .atZone(context.plant().settings().zone())
                        .toInstant());
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
