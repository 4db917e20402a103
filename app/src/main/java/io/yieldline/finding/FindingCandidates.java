package io.yieldline.finding;

import io.yieldline.insight.Candidate;
import io.yieldline.insight.Candidates;
import io.yieldline.insight.Dimension;
import io.yieldline.insight.Period;
import io.yieldline.insight.SubjectUnits;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who may be behind a finding: who differs among its units, and who was tested and does not. */
final class FindingCandidates {
    private static final int PLACES = 4;

    private final Finding finding;
    private final Session session;
    private final Period period;

    private FindingCandidates(Finding finding, LocalDate last, Session session) {
        this.finding = finding;
        this.session = session;
        LocalDate first = finding.kind() == FindingKind.SUSPECT
                ? finding.seen().minusDays(SuspectFindings.DAYS - 1L)
                : finding.since();
        this.period = Period.of(first, last.isBefore(first) ? first : last);
    }

    /** A row for each candidate: first the suspects, then who was ruled out, then who could not be tested. */
    static Table table(Finding finding, LocalDate last, Session session) {
        List<Candidate> all = new ArrayList<>(new FindingCandidates(finding, last, session).all());
        all.sort(Comparator.comparing(Candidate::verdict));
        return Table.of(
                all,
                List.of(
                        new Field<>("candidate", each -> each.of().word().replace('_', ' ')),
                        new Field<>("name", Candidate::name),
                        new Field<>("units", Candidate::units),
                        new Field<>("failed", Candidate::failed),
                        new Field<>("expected", each -> rounded(each.expected())),
                        new Field<>("p_value", each -> each.pValue() == null ? null : Words.chance(each.pValue())),
                        new Field<>("verdict", each -> each.verdict().words())));
    }

    /** Each log knows what the other does not: fixtures, flows. */
    private List<Candidate> all() {
        FindingSubject subject = finding.subject();
        if (!subject.fixture().isEmpty()) {
            return candidates(
                    true, List.of(Dimension.STATION, Dimension.PART_NUMBER, Dimension.OPERATOR, Dimension.HOUR));
        }
        if (!subject.errorCode().isEmpty()) {
            return candidates(
                    true, List.of(Dimension.FIXTURE, Dimension.PART_NUMBER, Dimension.OPERATOR, Dimension.HOUR));
        }
        List<Candidate> all = new ArrayList<>(candidates(true, List.of(Dimension.FIXTURE)));
        all.addAll(
                candidates(false, List.of(Dimension.PART_NUMBER, Dimension.OPERATOR, Dimension.FLOW, Dimension.HOUR)));
        return all;
    }

    private List<Candidate> candidates(boolean ofTestBoards, List<Dimension> kinds) {
        FindingSubject subject = finding.subject();
        String code = subject.errorCode().isEmpty() ? null : subject.errorCode();
        SubjectUnits units = new SubjectUnits(period, ofTestBoards, subject.scope(), code);
        return Candidates.of(units, kinds, finding.improvement(), session);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_EVEN);
    }
}
