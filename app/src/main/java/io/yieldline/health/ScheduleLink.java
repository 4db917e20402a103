package io.yieldline.health;

import io.yieldline.Counted;
import io.yieldline.plant.LostSlot;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No scheduled run is overdue, and none was given up. */
record ScheduleLink(Supplier<List<String>> overdue, Supplier<List<LostSlot>> lostSlots) implements Link {
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
        List<String> late = overdue.get();
        List<LostSlot> lost = lostSlots.get();
        if (late.isEmpty() && lost.isEmpty()) {
            return Found.ok("nothing is overdue");
        }
        return Found.warn(message(late.size(), lost.size()), remedies(late, lost))
                .with(Stream.concat(late.stream(), lost.stream().map(ScheduleLink::line))
                        .toList());
    }

    private static String message(int late, int lost) {
        return Stream.of(said(late, "is overdue", "are overdue"), said(lost, "was given up", "were given up"))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String said(int runs, String one, String several) {
        return runs == 0 ? "" : Counted.of(runs, "run") + " " + (runs == 1 ? one : several);
    }

    private static String line(LostSlot slot) {
        return slot.job() + ", " + slot.reason();
    }

    private static Remedy[] remedies(List<String> late, List<LostSlot> lost) {
        Stream<Remedy> start = late.isEmpty()
                ? Stream.of()
                : Stream.of(Remedy.byHand("start the server, or run it manually: yieldline daily"));
        return Stream.concat(start, lost.stream().map(slot -> Remedy.work(slot.job(), slot.command())))
                .toArray(Remedy[]::new);
    }
}
