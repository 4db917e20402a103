package io.yieldline.demo;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * The log of some days as the portal shows it at an export time.
 *
 * @param madeAt export time, in plant time
 * @param late whether it is after the new portal version, the corrections and the customer's new revisions
 */
record Snapshot(PlantHistory history, ExportPeriod period, LocalDateTime madeAt, boolean late) {

    Stream<Step> steps() {
        return history.steps().stream().filter(period::holds);
    }

    Stream<Step> workstationSteps() {
        return steps().filter(step -> !step.lost()).map(this::asTyped);
    }

    List<Step> tests() {
        return steps().filter(step -> step.test().isPresent()).toList();
    }

    private Step asTyped(Step step) {
        return late ? step : step.withStatus(history.mistyped().getOrDefault(step, step.status()));
    }
}
