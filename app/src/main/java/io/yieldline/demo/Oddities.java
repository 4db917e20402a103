package io.yieldline.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Irregularities of logs: steps closed in bulk, left open, or closed without a start. */
final class Oddities {
    private static final int AFTERNOON = 13;
    private static final Set<String> BULK_CLOSED = Set.of("FQC", "PACKING", "SHIPPING");

    private final LocalDate bulkDay;
    private final Dice dice;

    Oddities(DemoSettings settings, Dice dice) {
        this.bulkDay = fridayNear(settings.firstDay().plusDays(settings.days() / 2));
        this.dice = dice;
    }

    private static LocalDate fridayNear(LocalDate day) {
        return day.plusDays(DayOfWeek.FRIDAY.getValue() - day.getDayOfWeek().getValue());
    }

    List<Step> appliedTo(List<Step> steps) {
        List<Step> odd = new ArrayList<>(steps.stream().map(this::spoiled).toList());
        leaveOpen(odd, odd.size() / 3);
        leaveOpen(odd, odd.size() / 2);
        return odd;
    }

    private Step spoiled(Step step) {
        if (bulkClosed(step)) {
            return step.closed("Clerk 7");
        }
        return step.test().isEmpty() && dice.chance(0.3) ? step.withoutDuration() : step;
    }

    private boolean bulkClosed(Step step) {
        return step.day().equals(bulkDay)
                && step.endedAt().getHour() >= AFTERNOON
                && BULK_CLOSED.contains(step.station());
    }

    private static void leaveOpen(List<Step> steps, int from) {
        int index = from;
        while (steps.get(index).test().isPresent()) {
            index++;
        }
        steps.set(index, steps.get(index).withStatus("Serving"));
    }
}
