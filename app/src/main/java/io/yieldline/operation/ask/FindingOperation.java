package io.yieldline.operation.ask;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.finding.Finding;
import io.yieldline.finding.FindingDetail;
import io.yieldline.finding.Findings;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.report.FindingPage;

/** Shows one finding with what was known when, its days, who may be behind it and its failed units. */
public final class FindingOperation implements Operation<FindingOperation.Parameters, FindingOperation.Shown> {
    /** The name of this operation. */
    public static final String NAME = "findings show";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Show a finding: what was known when, its days, suspects, failed units.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Shown run(Parameters parameters, Context context) {
        return context.warehouse().read(session -> {
            Finding finding = Findings.named(session, parameters.id()).orElseThrow(() -> unknown(parameters.id()));
            FindingDetail detail = FindingDetail.of(finding, parameters.mostUnits(), session);
            return new Shown(detail, page(detail, context));
        });
    }

    private static String page(FindingDetail detail, Context context) {
        return FindingPage.html(
                detail, context.plant().settings().plant(), context.parts().now());
    }

    /** What is said of a finding that nobody knows. */
    public static UserError unknown(String id) {
        return new UserError(ExitCode.USAGE, "there is no finding \"" + id + "\"; see: yieldline findings --all");
    }

    /**
     * What to show.
     *
     * @param id the finding
     * @param mostUnits how many of its failed units at most
     */
    public record Parameters(String id, int mostUnits) {}

    /**
     * The finding.
     *
     * @param page as one HTML file to send
     */
    public record Shown(FindingDetail detail, String page) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            return detail.finding().sentence();
        }
    }
}
