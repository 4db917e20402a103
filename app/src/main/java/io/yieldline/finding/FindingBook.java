package io.yieldline.finding;

import io.yieldline.warehouse.Session;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps findings: gives what is found again its old name, ends what is over, and writes down what was known when. */
final class FindingBook {
    /** One that is not found on a day has not ended yet: it often is on the next. */
    static final int PATIENCE_DAYS = 3;

    private static final int PLACES = 4;

    private final Session session;
    private final long refresh;
    private final LocalDate day;
    private final LocalDateTime now;

    /** Of one look at the data up to a day. */
    FindingBook(Session session, long refresh, LocalDate day, LocalDateTime now) {
        this.session = session;
        this.refresh = refresh;
        this.day = day;
        this.now = now;
    }

    /** How many findings began and ended. */
    record Changes(int begun, int ended) {}

    Changes keep(List<Found> found) {
        List<Finding> known = Findings.kept(session);
        Map<Found, Finding> again = Identity.of(found, known);
        Set<String> names = known.stream().map(Finding::id).collect(Collectors.toCollection(HashSet::new));
        int begun = 0;
        int ended = 0;
        for (Found one : found) {
            Finding before = again.get(one);
            if (before != null) {
                ended += update(one, before);
            } else if (one.open()) {
                String name = Identity.name(one, names::contains);
                names.add(name);
                insert(name, one);
                begun++;
            }
        }
        for (Finding finding : known) {
            if (finding.open() && !again.containsValue(finding)) {
                ended += miss(finding, found);
            }
        }
        return new Changes(begun, ended);
    }

    private void insert(String id, Found found) {
        FindingSubject subject = found.subject();
        session.execute(
                "insert into finding (id, kind, model, station, fixture, error_code, part_number, improvement, since, known,"
                        + " known_at, first_refresh, seen, units, failed, expected, beyond, before_units, before_failed,"
                        + " p_value, verdict, ruled_out, sentence)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                found.kind().word(),
                subject.model(),
                subject.station(),
                subject.fixture(),
                subject.errorCode(),
                subject.partNumber(),
                found.improvement(),
                found.since(),
                day,
                now,
                refresh,
                day,
                found.units(),
                found.failed(),
                decimal(found.expected()),
                decimal(found.beyond()),
                found.beforeUnits(),
                found.beforeFailed(),
                found.p(),
                found.verdict(),
                found.ruledOut(),
                found.sentence());
        remember(id, found, found.since());
    }

    /** Returns 1 if the finding ended. One that is over stays as it was, unless it has come back. */
    private int update(Found found, Finding before) {
        if (!found.open() && !before.open()) {
            return 0;
        }
        LocalDate since = found.kind() == FindingKind.SUSPECT ? before.since() : found.since();
        session.execute(
                "update finding set since = ?, seen = ?, ended = ?, end_reason = ?, units = ?, failed = ?, expected = ?,"
                        + " beyond = ?, before_units = ?, before_failed = ?, p_value = ?, verdict = ?, ruled_out = ?,"
                        + " sentence = ? where id = ?",
                since,
                day,
                found.ended(),
                found.reason() == null ? null : found.reason().word(),
                found.units(),
                found.failed(),
                decimal(found.expected()),
                decimal(found.beyond()),
                found.beforeUnits(),
                found.beforeFailed(),
                found.p(),
                found.verdict(),
                found.open() ? found.ruledOut() : before.ruledOut(),
                found.sentence(),
                before.id());
        if (changed(found, before, since)) {
            remember(before.id(), found, since);
        }
        return found.open() ? 0 : 1;
    }

    private static boolean changed(Found found, Finding before, LocalDate since) {
        return !since.equals(before.since())
                || found.open() != before.open()
                || found.units() != before.units()
                || found.failed() != before.failed()
                || !found.sentence().equals(before.sentence());
    }

    private void remember(String id, Found found, LocalDate since) {
        remember(id, since, found.ended(), found.units(), found.failed(), decimal(found.expected()), found.sentence());
    }

    /** Ends all that lasts: there is no data left to look at. */
    int endAll() {
        List<Finding> open =
                Findings.kept(session).stream().filter(Finding::open).toList();
        open.forEach(finding -> end(finding, day, EndReason.CHANGED));
        return open.size();
    }

    /**
     * What is not found any more ends: at once if it belongs to another, if the data that showed it changed, or if it is the usual rate
     * now; else after a while.
     */
    private int miss(Finding finding, List<Found> found) {
        boolean part = found.stream().anyMatch(one -> one.open() && one.parts().contains(finding.subject()));
        if (part) {
            return end(finding, day, EndReason.PART);
        }
        if (changed(finding)) {
            return end(finding, day.isBefore(finding.since()) ? finding.since() : day, EndReason.CHANGED);
        }
        if (finding.kind() == FindingKind.SHIFT
                && finding.since().isBefore(ShiftFindings.first(day).plusDays(PATIENCE_DAYS))) {
            return end(finding, day, EndReason.USUAL);
        }
        boolean late = finding.seen().plusDays(PATIENCE_DAYS).isBefore(day);
        return late ? end(finding, finding.seen().plusDays(1), EndReason.GONE) : 0;
    }

    /** It was found with the data of this day or of later ones, or none of its units is left. */
    private boolean changed(Finding finding) {
        return !finding.seen().isBefore(day)
                || !FindingDetail.units(finding, finding.since(), finding.seen())
                        .any(session);
    }

    private int end(Finding finding, LocalDate ended, EndReason reason) {
        session.execute(
                "update finding set ended = ?, end_reason = ? where id = ?", ended, reason.word(), finding.id());
        remember(
                finding.id(),
                finding.since(),
                ended,
                finding.units(),
                finding.failed(),
                finding.expected(),
                finding.sentence());
        return 1;
    }

    private void remember(
            String id,
            LocalDate since,
            @Nullable LocalDate ended,
            long units,
            long failed,
            @Nullable BigDecimal expected,
            String sentence) {
        session.execute(
                "insert into finding_history (finding_id, refresh, day, refreshed_at, since, ended, units, failed, expected,"
                        + " sentence) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                refresh,
                day,
                now,
                since,
                ended,
                units,
                failed,
                expected,
                sentence);
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_EVEN);
    }
}
