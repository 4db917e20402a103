package io.yieldline.alert;

import io.yieldline.finding.Finding;
import io.yieldline.finding.FindingKind;
import io.yieldline.finding.Findings;
import io.yieldline.warehouse.Session;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Findings about losses while they last. One that was acknowledged before anybody was told needs no message.
 *
 * @param dashboard the address of the dashboard as people open it; null if none is set
 */
record NewFindings(Severity severity, @Nullable String dashboard) implements ConditionSource {
    private static final Findings.Question LASTING =
            new Findings.Question(false, Set.of(FindingKind.SHIFT, FindingKind.SUSPECT), null, null);

    @Override
    public List<Condition> conditions(Session session, Instant now) {
        Set<String> told = Set.copyOf(session.texts(
                "select cause from alert where rule = '" + AlertRules.FINDING + "' and resolved_at is null"));
        return Findings.of(session, LASTING).stream()
                .filter(finding -> !finding.improvement())
                .filter(finding -> finding.note() == null || told.contains(finding.id()))
                .map(this::condition)
                .toList();
    }

    private Condition condition(Finding finding) {
        return new Condition(
                AlertRules.FINDING,
                finding.id(),
                severity,
                title(finding.sentence()),
                finding.sentence(),
                dashboard == null
                        ? "yieldline findings show " + finding.id()
                        : dashboard.replaceAll("/+$", "") + "/findings?id=" + finding.id());
    }

    /** The start of the sentence, which says what fails: the subject of an email. */
    private static String title(String sentence) {
        return sentence.replaceFirst(" \\(.*", "");
    }
}
