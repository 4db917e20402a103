package io.yieldline.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All events between the first and the last day, in order of time.
 *
 * @param mistyped statuses that were wrong until they were corrected, by the true step
 */
record PlantHistory(List<Step> steps, Map<Step, String> mistyped) {
    private static final int CORRECTIONS = 3;

    /** Simulates the days of the settings; all corrections are in one period. */
    static PlantHistory of(DemoSettings settings, ExportPeriod corrected) {
        Dice dice = Dice.of(settings.seed());
        ExportPeriod whole = new ExportPeriod(settings.firstDay(), settings.lastDay());
        List<Step> walked = IntStream.range(0, settings.units())
                .mapToObj(number -> Journey.of(settings, number, dice.split()))
                .flatMap(List::stream)
                .filter(whole::holds)
                .sorted(Comparator.comparing(Step::endedAt)
                        .thenComparing(step -> step.unit().serialNumber()))
                .toList();
        List<Step> steps = new Oddities(settings, dice.split()).appliedTo(walked);
        return new PlantHistory(steps, mistyped(steps, corrected));
    }

    private static Map<Step, String> mistyped(List<Step> steps, ExportPeriod corrected) {
        return steps.stream()
                .filter(corrected::holds)
                .filter(step -> step.at("VI1") && step.status().equals("Pass"))
                .limit(CORRECTIONS)
                .collect(Collectors.toMap(Function.identity(), step -> "Fail"));
    }

    PlantTruth truth(ExportPeriod modelNoted) {
        return new PlantTruth(
                steps.stream()
                        .filter(step -> !step.lost())
                        .map(Step::workstationEvent)
                        .toList(),
                steps.stream()
                        .filter(step -> step.test().isPresent())
                        .map(Step::testboardEvent)
                        .toList(),
                steps.stream()
                        .filter(SnfnSheet::lists)
                        .map(step -> SnfnSheet.event(step, modelNoted.holds(step)))
                        .toList());
    }
}
