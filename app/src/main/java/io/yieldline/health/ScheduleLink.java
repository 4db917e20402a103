package io.yieldline.health;

import io.yieldline.Counted;
import java.util.List;
import java.util.function.Supplier;

/** No scheduled run is overdue. */
record ScheduleLink(Supplier<List<String>> overdue) implements Link {
    @Override
    public String name() {
        return "schedule";
    }

    @Override
    public String downstream() {
        return "numbers are as old as the last run";
    }

    @Override
    public Found examine(Examination examination) {
        List<String> slots = overdue.get();
        return slots.isEmpty()
                ? Found.ok("nothing is overdue")
                : Found.warn(
                                Counted.of(slots.size(), "run") + (slots.size() == 1 ? " is" : " are") + " overdue",
                                Remedy.byHand("start the server, or run it manually: yieldline daily"))
                        .with(slots);
    }
}
