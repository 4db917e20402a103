package io.yieldline.finding;

import io.yieldline.insight.Period;
import io.yieldline.insight.RetestSettings;
import io.yieldline.insight.RetestVerdict;
import io.yieldline.insight.Retests;
import io.yieldline.insight.RetestsQuestion;
import io.yieldline.insight.SubjectUnits;
import io.yieldline.insight.Suspect;
import io.yieldline.insight.Suspected;
import io.yieldline.insight.Suspects;
import io.yieldline.insight.SuspectsQuestion;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fixtures that fail more units than their mix explains, with what the retests say. */
final class SuspectFindings {
    /** The number of days that are looked at. */
    static final int DAYS = 14;

    private final Session session;
    private final Period period;

    /** With the data of the days up to the last. */
    SuspectFindings(Session session, LocalDate last) {
        this.session = session;
        this.period = Period.of(last.minusDays(DAYS - 1L), last);
    }

    List<Found> all(RetestSettings settings) {
        List<Suspect> suspects = Suspects.of(new SuspectsQuestion(period, Suspected.FIXTURE, Map.of()), session)
                .suspects()
                .filter(suspect -> !suspect.name().isEmpty())
                .toList();
        if (suspects.isEmpty()) {
            return List.of();
        }
        Map<String, RetestVerdict> verdicts =
                Retests.verdicts(new RetestsQuestion(period, Map.of(), period.to()), settings, session);
        Map<String, LocalDate> since = new SubjectUnits(period, true, Map.of(), null).firstFailures(session);
        return suspects.stream()
                .map(suspect ->
                        found(suspect, since.getOrDefault(suspect.name(), period.from()), verdicts.get(suspect.name())))
                .toList();
    }

    private Found found(Suspect suspect, LocalDate since, @Nullable RetestVerdict verdict) {
        String retests = words(verdict);
        return new Found(
                FindingKind.SUSPECT,
                FindingSubject.ofFixture(suspect.name()),
                false,
                since,
                null,
                null,
                suspect.units(),
                suspect.failed(),
                suspect.expected(),
                suspect.beyond(),
                null,
                null,
                Words.chance(Objects.requireNonNull(suspect.pValue())),
                verdict == null || verdict.cause() == null
                        ? null
                        : verdict.cause().word(),
                retests,
                "Fixture " + suspect.name() + " failed " + Words.units(suspect.failed(), suspect.units()) + " from "
                        + Words.day(period.from()) + " to " + Words.day(period.to()) + " ("
                        + Words.decimal(suspect.expected())
                        + " expected from the same work on other fixtures); " + retests + ".",
                List.of());
    }

    private static String words(@Nullable RetestVerdict verdict) {
        if (verdict == null || verdict.cause() == null || verdict.retested() == 0) {
            return "fixture or boards is undecided: none of its failed units was retested on another fixture yet";
        }
        String passed = verdict.passed() + " of " + verdict.retested() + " failed units passed on other fixtures";
        return switch (verdict.cause()) {
            case FIXTURE -> passed + ": the fixture is bad, not the boards";
            case BOARD -> passed + ": the boards are bad, not the fixture";
            case UNDECIDED -> passed + ": fixture or boards is undecided";
        };
    }
}
