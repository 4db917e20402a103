package io.yieldline.health;

import io.yieldline.Counted;
import io.yieldline.quality.CheckHistory;
import io.yieldline.quality.CheckHistory.StoredResult;
import io.yieldline.quality.CheckReport;
import io.yieldline.quality.Checks;
import io.yieldline.quality.Finding;
import io.yieldline.quality.Inspection;
import io.yieldline.warehouse.WarehouseException;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The quality checks pass. */
final class ChecksLink implements Link {
    @Override
    public String name() {
        return "checks";
    }

    @Override
    public String downstream() {
        return "some numbers are wrong or incomplete";
    }

    @Override
    public Found examine(Examination examination) {
        if (examination.read(session -> session.number("select count(*) from export where status = 'loaded'")) == 0) {
            return Found.ok("nothing is loaded yet");
        }
        return examination.quick() ? latest(examination) : all(examination);
    }

    private static Found latest(Examination examination) {
        List<StoredResult> latest = new CheckHistory(examination.open()).latest(Checks.names(examination.plant()));
        if (latest.isEmpty()) {
            return Found.warn("never checked", Remedy.look("check"));
        }
        List<String> bad = latest.stream()
                .filter(stored -> stored.result().outcome() != CheckReport.Outcome.PASSED)
                .map(StoredResult::words)
                .toList();
        return bad.isEmpty()
                ? Found.ok(Counted.of(latest.size(), "check") + " passed when last run, since " + text(oldest(latest)))
                : Found.warn("at the last run of each check: " + String.join(", ", bad), Remedy.look("check"));
    }

    private static String text(LocalDateTime time) {
        return time.toString().replace('T', ' ');
    }

    private static LocalDateTime oldest(List<StoredResult> results) {
        return results.stream()
                .map(StoredResult::finishedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Found all(Examination examination) {
        List<CheckReport> reports = Checks.of(examination.plant()).all().stream()
                .map(check -> check.run(inspection(examination), WarehouseException::line))
                .toList();
        List<String> failed = reports.stream()
                .filter(report -> !report.passed())
                .map(CheckReport::check)
                .toList();
        List<String> lines = reports.stream().flatMap(ChecksLink::lines).toList();
        Remedy read = Remedy.look(("check " + String.join(" ", failed)).strip());
        if (!failed.isEmpty()) {
            return Found.broken(String.join(", ", failed) + " failed", read).with(lines);
        }
        return lines.isEmpty()
                ? Found.ok(Counted.of(reports.size(), "check") + " passed")
                : Found.warn("passed, with " + Counted.of(lines.size(), "remark"), read)
                        .with(lines);
    }

    private static Inspection inspection(Examination examination) {
        return new Inspection(examination.parts(), null, null);
    }

    private static Stream<String> lines(CheckReport report) {
        return report.findings().stream().map(Finding::message).map(message -> report.check() + ": " + message);
    }
}
