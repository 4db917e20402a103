package io.yieldline.alert;

import io.yieldline.plant.LostSlot;
import io.yieldline.warehouse.Session;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Jobs of the schedule that were given up without a failed run, of which the rule {@code run_failed} tells. */
record LostJobs(Severity severity, Supplier<List<LostSlot>> slots) implements ConditionSource {
    @Override
    public List<Condition> conditions(Session session, Instant now) {
        return slots.get().stream()
                .filter(slot -> !slot.inRunLog())
                .map(slot -> new Condition(
                        "job_given_up",
                        slot.job(),
                        severity,
                        "the scheduled job " + slot.job() + " was given up",
                        slot.reason(),
                        "yieldline " + slot.command()))
                .toList();
    }
}
