package io.yieldline.cli;

import io.yieldline.finding.Finding;
import io.yieldline.finding.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Findings as text: the sentence, and below it what to know about it. */
final class FindingsText {
    private FindingsText() {}

    /** A finding in two or three lines. */
    static List<String> lines(Finding finding) {
        List<String> lines = new ArrayList<>(List.of(
                finding.id() + " " + mark(finding) + ": " + finding.sentence(),
                "    " + String.join("; ", facts(finding).toList())));
        if (finding.note() != null) {
            lines.add(
                    "    seen by " + finding.note().by() + ": " + finding.note().note());
        }
        return lines;
    }

    private static String mark(Finding finding) {
        String state = finding.state().word();
        return finding.improvement() ? state + ", better" : state;
    }

    private static Stream<String> facts(Finding finding) {
        String known = "known since " + finding.known();
        Stream<String> size = finding.size() == null
                ? Stream.of()
                : Stream.of(String.format(
                        Locale.ROOT,
                        "%,.1f failed units %s than expected",
                        Math.abs(finding.size().doubleValue()),
                        finding.size().signum() < 0 ? "fewer" : "more"));
        Stream<String> end = finding.endReason() == null || finding.kind() == FindingKind.ALERT
                ? Stream.of()
                : Stream.of(
                        "ended " + finding.ended() + ": " + finding.endReason().words());
        return Stream.of(size, Stream.of(known), end).flatMap(part -> part);
    }
}
