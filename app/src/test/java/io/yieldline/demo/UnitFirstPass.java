package io.yieldline.demo;

import static java.util.Arrays.asList;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * True first-pass yield. A run is a judged row of a unit (serial number and model) at a station; a unit belongs to the day of its
 * first run ever, and all its runs, whenever they came, count there.
 */
final class UnitFirstPass {
    static final Comparator<WorkstationEvent> IN_TIME =
            Comparator.comparing(WorkstationEvent::endedAt).thenComparing(WorkstationEvent::startedAt);

    private UnitFirstPass() {}

    /** units, passed at first, by second, by third, at any run, runs */
    static List<List<String>> of(List<WorkstationEvent> events) {
        Tally tally = new Tally(6);
        List<WorkstationEvent> judged = events.stream()
                .filter(event -> Verdict.of(event.status()) != Verdict.NONE)
                .toList();
        ExpectedMarts.groups(judged, e -> asList(e.model(), e.serialNumber(), e.station()))
                .values()
                .forEach(runs -> add(runs.stream().sorted(IN_TIME).toList(), tally));
        return tally.rows();
    }

    private static void add(List<WorkstationEvent> runs, Tally tally) {
        WorkstationEvent first = runs.get(0);
        int tries = triesToPass(runs);
        tally.add(asList(first.endedAt().toLocalDate(), first.model(), first.station()), new int[] {
            1, by(1, tries), by(2, tries), by(3, tries), by(Integer.MAX_VALUE - 1, tries), runs.size()
        });
    }

    private static int by(int limit, int tries) {
        return tries <= limit ? 1 : 0;
    }

    private static int triesToPass(List<WorkstationEvent> runs) {
        return IntStream.range(0, runs.size())
                .filter(run -> Verdict.of(runs.get(run).status()) == Verdict.PASS)
                .map(run -> run + 1)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }
}
