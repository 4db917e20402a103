package io.yieldline.health;

import io.yieldline.Counted;
import io.yieldline.quality.CheckReport;
import io.yieldline.quality.Checks;
import io.yieldline.quality.Finding;
import io.yieldline.quality.Inspection;
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
        return examination.read(session -> session.first(
                        "select outcome, summary, started_at from run where operation = 'check' and ended_at is not null"
                                + " order by id desc limit 1",
                        row -> row.getString(1).equals("done")
                                ? Found.ok("at the last check, " + row.getObject(3) + ": " + row.getString(2))
                                : Found.warn(
                                        "at the last check, " + row.getObject(3) + ": " + row.getString(2),
                                        Remedy.look("check")))
                .orElse(Found.warn("never checked", Remedy.look("check"))));
    }

    private static Found all(Examination examination) {
        List<CheckReport> reports = Checks.of(examination.plant()).all().stream()
                .map(check -> check.run(inspection(examination)))
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
