package io.yieldline.api.subscription;

import io.yieldline.Sha256;
import io.yieldline.finding.Finding;
import io.yieldline.finding.FindingDetail;
import io.yieldline.finding.Findings;
import io.yieldline.operation.Context;
import io.yieldline.operation.ask.FindingOperation;
import io.yieldline.report.FindingPage;
import io.yieldline.report.MailedPage;
import java.util.List;
import java.util.Optional;

/** The page of a finding while it lasts. */
final class FindingSource implements Source {
    private static final int MOST_UNITS = 200;

    @Override
    public Optional<String> gone(Subscription subscription, Context context) {
        Optional<Finding> found = find(subscription, context);
        if (found.isEmpty()) {
            return Optional.of("there is no finding " + subscription.subject() + " any more");
        }
        return found.filter(finding -> !finding.open())
                .map(finding ->
                        "the finding ended on " + finding.ended() + reason(finding) + ": " + finding.sentence());
    }

    @Override
    public String data(Subscription subscription, Context context) {
        return find(subscription, context).map(FindingSource::marker).orElse("");
    }

    @Override
    public Look look(Subscription subscription, Context context) {
        Finding finding =
                find(subscription, context).orElseThrow(() -> FindingOperation.unknown(subscription.subject()));
        FindingDetail detail = context.warehouse().read(session -> FindingDetail.of(finding, MOST_UNITS, session));
        String plant = context.plant().settings().plant();
        MailedPage page = FindingPage.mailed(detail, plant, context.parts().now());
        return new Look(
                marker(finding),
                List.of(new Edition(plant + ": finding: " + title(finding), page.text(), page.html(), List.of())));
    }

    private static String reason(Finding finding) {
        return finding.endReason() == null ? "" : ", " + finding.endReason().words();
    }

    private static String marker(Finding finding) {
        return Sha256.of(finding.sentence() + finding.since() + finding.note());
    }

    private static String title(Finding finding) {
        return finding.sentence().replaceFirst(" \\(.*", "");
    }

    private static Optional<Finding> find(Subscription subscription, Context context) {
        return context.warehouse().read(session -> Findings.named(session, subscription.subject()));
    }
}
