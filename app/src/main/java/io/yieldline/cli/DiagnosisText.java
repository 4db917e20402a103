package io.yieldline.cli;

import io.yieldline.health.Diagnosis;
import io.yieldline.health.LinkState;
import io.yieldline.health.Recovery;
import io.yieldline.health.Remedy;
import io.yieldline.health.State;
import io.yieldline.operation.watch.RecoverOperation.Step;
import java.util.List;
import java.util.Map;

/** Diagnoses and repair plans as text. */
final class DiagnosisText {
    private static final Map<State, String> WORDS = Map.of(
            State.OK, "@|green ok|@      ",
            State.WARN, "@|yellow warn|@    ",
            State.BROKEN, "@|red broken|@  ",
            State.UNKNOWN, "unknown ");

    private DiagnosisText() {}

    static void print(Diagnosis diagnosis, Console console) {
        diagnosis.links().forEach(link -> print(link, console));
        diagnosis.firstBroken().ifPresent(first -> {
            console.line("");
            console.line("First broken link: " + first.link() + "; because of it, " + first.downstream() + ".");
        });
    }

    static void printPlan(List<Remedy> plan, Console console) {
        if (plan.isEmpty()) {
            console.line("Nothing to do.");
            return;
        }
        int number = 1;
        for (Remedy remedy : plan) {
            if (!Recovery.byHand(remedy)) {
                console.line(number++ + ". " + remedy.what());
            }
        }
        plan.stream().filter(Recovery::byHand).forEach(remedy -> console.line("Manual step: " + remedy.what()));
        if (number > 1) {
            console.line(number + ". diagnose again");
            console.line("");
            console.line("Do it: " + console.command("recover"));
        }
    }

    static void printSteps(List<Step> done, Console console) {
        int number = 1;
        for (Step step : done) {
            console.line(number++ + ". " + step.remedy().what() + ": "
                    + (step.failure() == null ? step.outcome() : "failed: " + step.failure()));
        }
        if (!done.isEmpty()) {
            console.line("");
        }
    }

    static void printByHand(Diagnosis diagnosis, Console console) {
        diagnosis.in(State.BROKEN).stream()
                .flatMap(link -> link.remedies().stream())
                .filter(Recovery::byHand)
                .forEach(remedy -> console.line("Manual step: " + remedy.what()));
    }

    private static void print(LinkState link, Console console) {
        console.styled(WORDS.get(link.state()) + String.format("%-12s", link.link()) + escaped(link.message()));
        link.details().forEach(detail -> console.line("          " + detail));
        if (link.state() == State.BROKEN || link.state() == State.WARN) {
            link.remedies().stream()
                    .map(remedy -> Recovery.byHand(remedy) ? remedy.what() : console.command(remedy.command()))
                    .distinct()
                    .forEach(words -> console.line("          -> " + words));
        }
    }

    /** A message may contain picocli markup characters. */
    private static String escaped(String message) {
        return message.replace("@|", "@ |");
    }
}
