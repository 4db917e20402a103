package io.yieldline.operation.watch;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.alert.Alerting;
import io.yieldline.alert.Message;
import io.yieldline.mart.Scope;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.operation.load.AggregateOperation;
import io.yieldline.quality.CheckHistory;
import io.yieldline.quality.CheckHistory.StoredResult;
import io.yieldline.quality.Checks;
import io.yieldline.quality.Score;
import io.yieldline.report.Issue;
import io.yieldline.report.Period;
import io.yieldline.report.PlantStatus;
import io.yieldline.report.Report;
import io.yieldline.report.ReportFiles;
import io.yieldline.report.ReportKind;
import io.yieldline.report.Reports;
import io.yieldline.report.Restatement;
import io.yieldline.report.Stored;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Creates, publishes and finds reports. */
public final class ReportOperation implements Operation<ReportOperation.Parameters, ReportOperation.Reported> {
    /** The name of this operation. */
    public static final String NAME = "report";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Publish the report of a day or week as HTML and text.";

    /** The schema check takes as long as the report, so it belongs to the weekly sequence. */
    private static final List<String> CHECKS = List.of("counts", "duplicates", "availability");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public String command() {
        return NAME + " daily|weekly [--day DAY] | list | show REPORT";
    }

    @Override
    public Reported run(Parameters parameters, Context context) {
        Reports reports = new Reports(context.parts(), context.dueDay());
        if (parameters.what() == What.LIST) {
            return new Reported(
                    parameters.what(), reports.latest(parameters.limit()), null, List.of(), List.of(), List.of());
        }
        return parameters.isPublished() ? found(parameters, reports) : made(parameters, context, reports);
    }

    private Reported made(Parameters parameters, Context context, Reports reports) {
        List<String> channels = parameters.send() ? channels(context) : List.of();
        new AggregateOperation().run(new AggregateOperation.Parameters(new Scope.Recent(), List.of()), context);
        ReportKind kind = ReportKind.valueOf(parameters.what().name());
        context.progress().begins(kind.word() + " report");
        PlantStatus standing = standing(reports.period(kind, parameters.day()), context);
        Report report = reports.make(kind, parameters.day(), standing, context.runId());
        Stored stored = reports.named(reports.publish(report, context.runId()).id());
        Path folder = Objects.requireNonNullElse(
                parameters.folder(), context.plant().home().reports());
        List<Path> files = ReportFiles.write(folder, stored);
        send(report, channels, context);
        return new Reported(
                parameters.what(),
                List.of(stored.issue()),
                stored,
                files.stream().map(Path::toString).toList(),
                report.restatements(),
                channels);
    }

    private static Reported found(Parameters parameters, Reports reports) {
        LocalDate evening = parameters.asOf();
        if (evening != null) {
            Stored stored = reports.asOf(ReportKind.valueOf(parameters.what().name()), parameters.day(), evening);
            return new Reported(parameters.what(), List.of(stored.issue()), stored, List.of(), List.of(), List.of());
        }
        Stored stored = reports.named(Objects.requireNonNull(parameters.number()));
        Issue issue = stored.issue();
        if (parameters.what() != What.SHOW) {
            ReportKind kind = ReportKind.valueOf(parameters.what().name());
            LocalDate day = parameters.day();
            if (!issue.kind().equals(kind.word())
                    || (day != null
                            && !issue.period().equals(Period.of(kind, day).name()))) {
                throw new UserError(
                        ExitCode.USAGE,
                        "report " + issue.id() + " is the " + issue.kind() + " report of " + issue.period()
                                + "; see: yieldline report list");
            }
        }
        return new Reported(parameters.what(), List.of(issue), stored, List.of(), List.of(), List.of());
    }

    /** The channels of a report; refused before it is made if there are none. */
    private static List<String> channels(Context context) {
        try (Alerting alerting = context.alerting()) {
            List<String> channels = alerting.reportChannels();
            if (channels.isEmpty()) {
                throw new UserError(
                        ExitCode.USAGE,
                        "the settings have no channel of type email; add one to alerts: channels in yieldline.yaml, or leave"
                                + " out --send");
            }
            return channels;
        }
    }

    /** Messages in the outbox are sent with the next delivery of alerts, and retried if they fail. */
    private static void send(Report report, List<String> channels, Context context) {
        Message message = Message.report(
                report.subject(),
                report.text(),
                report.html(),
                List.of(),
                context.clock().instant());
        try (Alerting alerting = context.alerting()) {
            context.warehouse().noteAll(session -> alerting.outbox().enqueue(session, message, channels));
        }
    }

    private static PlantStatus standing(Period period, Context context) {
        CheckOperation.Parameters checks =
                new CheckOperation.Parameters(CHECKS, period.from(), period.to(), false, false);
        List<PlantStatus.Checked> ofPeriod = new CheckOperation()
                .run(checks, context).checks().stream()
                        .map(PlantStatus.Checked::of)
                        .toList();
        Score score = new ScoreOperation()
                .run(new ScoreOperation.Parameters(), context)
                .score();
        return new PlantStatus(ofPeriod, latest(context), score.points() == null ? null : score, openAlerts(context));
    }

    private static List<PlantStatus.LatestResult> latest(Context context) {
        Checks checks = Checks.of(context.plant());
        Map<String, StoredResult> results = new CheckHistory(context.warehouse())
                .latest(Checks.names(context.plant())).stream()
                        .collect(Collectors.toMap(stored -> stored.result().check(), Function.identity()));
        return checks.all().stream()
                .map(check -> new PlantStatus.LatestResult(check.name(), check.title(), results.get(check.name())))
                .toList();
    }

    private static List<String> openAlerts(Context context) {
        return context.warehouse()
                .read(
                        session -> session.texts(
                                "select title || coalesce(': ' || detail, '') from alert where resolved_at is null order by id"));
    }

    /** The action. */
    public enum What {
        /** The report of a day. */
        DAILY,
        /** The report of a week. */
        WEEKLY,
        /** The published reports. */
        LIST,
        /** A published report. */
        SHOW
    }

    /**
     * The parameters.
     *
     * @param day the day, or any day of the week; null for the last complete working day
     * @param number a published report to show; null for another one
     * @param asOf show what was published until the evening of this day; null for a new report
     * @param folder target folder; null for the folder {@code reports} of the plant
     * @param send whether to send it by email
     * @param limit maximum number of reports to list
     */
    public record Parameters(
            What what,
            @Nullable LocalDate day,
            @Nullable Long number,
            @Nullable LocalDate asOf,
            @Nullable Path folder,
            boolean send,
            int limit) {
        /** Refuses to show a report without a number. */
        public Parameters {
            if (what == What.SHOW && number == null) {
                throw new UserError(
                        ExitCode.USAGE, "report show needs the number of a report; see: yieldline report list");
            }
        }

        private boolean isPublished() {
            return number != null || asOf != null;
        }
    }

    /**
     * The result.
     *
     * @param issues the requested reports
     * @param page the new or shown report; null for a list
     * @param files the written files
     * @param restatements the figures that a new report restates
     * @param channels the channels that it will be sent to
     */
    public record Reported(
            What what,
            List<Issue> issues,
            @Nullable Stored page,
            List<String> files,
            List<Restatement> restatements,
            List<String> channels)
            implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            if (what == What.LIST) {
                return Counted.of(issues.size(), "report");
            }
            Issue issue = issues.get(0);
            return String.format(
                    Locale.ROOT,
                    "%s report of %s is report %d%s",
                    issue.kind(),
                    issue.period(),
                    issue.id(),
                    restatements.isEmpty() ? "" : ", " + Counted.of(restatements.size(), "figure") + " restated");
        }
    }
}
