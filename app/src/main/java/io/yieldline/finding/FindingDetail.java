package io.yieldline.finding;

import io.yieldline.insight.Period;
import io.yieldline.insight.SubjectUnits;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.util.List;

/**
 * A finding with all that belongs to it.
 *
 * @param finding the finding
 * @param history what was known when
 * @param series units and failed units by day, from before it; empty for an alert
 * @param candidates who may be behind it, those who are suspects first; empty for an alert
 * @param failedUnits its failed units, newest first, with export and row; empty for an alert
 */
public record FindingDetail(Finding finding, Table history, Table series, Table candidates, Table failedUnits) {
    private static final Table NOTHING = new Table(List.of(), List.of());
    private static final int DAYS_BEFORE = 30;

    /** The most failed units that are listed. */
    public static final int MOST_UNITS = 10_000;

    /** What the table of candidates shows. */
    public static final String ABOUT_CANDIDATES =
            "Units since it began, by their first judged run, against the same work on others. A suspect differs by more than chance"
                    + " (false discoveries 5 % of each kind); of what is not shown more failed than expected,"
                    + " but no more than by chance; what is ruled out did no worse than the others; fewer than 10 units are not tested.";

    /** Reads it. */
    public static FindingDetail of(Finding finding, int mostUnits, Session session) {
        Table history = Findings.history(session, finding.id());
        if (finding.kind() == FindingKind.ALERT) {
            return new FindingDetail(finding, history, NOTHING, NOTHING, NOTHING);
        }
        LocalDate first = finding.kind() == FindingKind.SHIFT
                ? ShiftFindings.first(finding.seen())
                : finding.since().minusDays(DAYS_BEFORE);
        return new FindingDetail(
                finding,
                history,
                units(finding, first, pictured(finding, session)).byDay(session),
                FindingCandidates.table(finding, last(finding), session),
                units(finding, finding.since(), last(finding)).failed(session, mostUnits));
    }

    private static LocalDate last(Finding finding) {
        return finding.ended() == null ? finding.seen() : finding.ended().minusDays(1);
    }

    /** What happened after an end belongs to the picture, too. */
    private static LocalDate pictured(Finding finding, Session session) {
        if (finding.open()) {
            return finding.seen();
        }
        LocalDate looked = Findings.lookedUpTo(session).orElse(finding.seen());
        LocalDate month = finding.seen().plusDays(DAYS_BEFORE);
        return month.isBefore(looked) ? month : looked;
    }

    /** Its units of some days. */
    static SubjectUnits units(Finding finding, LocalDate from, LocalDate to) {
        FindingSubject subject = finding.subject();
        return new SubjectUnits(
                Period.of(from, to.isBefore(from) ? from : to),
                subject.ofTestBoards(),
                subject.scope(),
                subject.errorCode().isEmpty() ? null : subject.errorCode());
    }
}
