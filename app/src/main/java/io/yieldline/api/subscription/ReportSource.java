package io.yieldline.api.subscription;

import io.yieldline.operation.Context;
import io.yieldline.report.Issue;
import io.yieldline.report.ReportKind;
import io.yieldline.report.Reports;
import io.yieldline.report.Stored;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Published reports of one kind: each new one, or the latest of a week. */
final class ReportSource implements Source {
    /** As many reports as a long outage delays. */
    private static final int MOST = 50;

    @Override
    public Optional<String> gone(Subscription subscription, Context context) {
        List<String> kinds =
                Arrays.stream(ReportKind.values()).map(ReportKind::word).toList();
        return kinds.contains(subscription.subject())
                ? Optional.empty()
                : Optional.of(
                        "there is no " + subscription.subject() + " report; valid values: " + String.join(", ", kinds));
    }

    @Override
    public String data(Subscription subscription, Context context) {
        return latest(new Reports(context.parts()).latest(subscription.subject(), 1));
    }

    @Override
    public Look look(Subscription subscription, Context context) {
        Reports reports = new Reports(context.parts());
        List<Issue> issues = reports.latest(subscription.subject(), MOST);
        List<Issue> sent = issues.stream()
                .filter(issue -> isNew(issue, subscription))
                .sorted(Comparator.comparing(Issue::id))
                .toList();
        List<Issue> chosen = sent.isEmpty() || subscription.rhythm().weekday() != null
                ? issues.stream().limit(1).toList()
                : sent;
        return new Look(
                latest(issues),
                chosen.stream().map(issue -> edition(reports.named(issue.id()))).toList());
    }

    private static String latest(List<Issue> issues) {
        return issues.isEmpty() ? "" : String.valueOf(issues.get(0).id());
    }

    private static boolean isNew(Issue issue, Subscription subscription) {
        String marker = subscription.marker();
        return marker != null && (marker.isEmpty() || issue.id() > Long.parseLong(marker));
    }

    private static Edition edition(Stored report) {
        return new Edition(report.issue().subject(), report.text(), report.html(), List.of());
    }
}
