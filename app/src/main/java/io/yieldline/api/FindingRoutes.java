package io.yieldline.api;

import io.yieldline.api.auth.Audit;
import io.yieldline.api.auth.Role;
import io.yieldline.finding.Finding;
import io.yieldline.finding.FindingDetail;
import io.yieldline.finding.FindingKind;
import io.yieldline.finding.FindingView;
import io.yieldline.finding.Findings;
import io.yieldline.ingest.ExportName;
import io.yieldline.operation.Caller;
import io.yieldline.operation.Context;
import io.yieldline.operation.ask.FindingOperation;
import io.yieldline.operation.ask.FindingOperation.Shown;
import io.yieldline.operation.ask.FindingsOperation;
import io.yieldline.operation.watch.AcknowledgeOperation;
import io.yieldline.warehouse.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the data says now: the list, one finding with all that belongs to it, and who has seen it. */
final class FindingRoutes {
    private static final List<String> KINDS =
            Arrays.stream(FindingKind.values()).map(FindingKind::word).toList();
    private static final Parameter FINDING = Parameter.path("finding", "the id of a finding");
    private static final int UNITS = 1000;

    private final Context context;
    private final Faults faults;

    FindingRoutes(Context context, Faults faults) {
        this.context = context;
        this.faults = faults;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/findings", Role.VIEWER, FindingsOperation.PURPOSE, this::list)
                        .with(
                                Parameter.flag("all", "include those that ended"),
                                Parameter.word("kind", "only this kind", KINDS).severalTimes(),
                                Parameter.text("model", "only this model"),
                                Parameter.text("station", "only this station"))
                        .with(Paging.FORMAT)
                        .giving(RouteResponse.JSON, "text/csv"),
                Route.get("/findings/{finding}", Role.VIEWER, FindingOperation.PURPOSE, this::one)
                        .with(FINDING),
                Route.get(
                                "/findings/{finding}/units",
                                Role.VIEWER,
                                "List the failed units of a finding, newest first, each with its export and row.",
                                this::units)
                        .with(FINDING, Paging.FORMAT)
                        .giving(RouteResponse.JSON, "text/csv"),
                Route.get(
                                "/findings/{finding}/page",
                                Role.VIEWER,
                                "Get a finding as one HTML file to send.",
                                this::page)
                        .with(FINDING)
                        .giving("text/html"),
                Route.post(
                                "/findings/{finding}/acknowledge",
                                Role.OPERATOR,
                                AcknowledgeOperation.PURPOSE,
                                this::acknowledge)
                        .with(
                                FINDING,
                                Parameter.text("note", "what is known or done about it")
                                        .inBody()
                                        .needed()));
    }

    private RouteResponse list(Request request) {
        Values values = request.values();
        FindingsOperation.Listed listed = new FindingsOperation()
                .run(
                        new Findings.Question(
                                values.flag("all"),
                                values.texts("kind").stream()
                                        .map(FindingKind::of)
                                        .collect(Collectors.toSet()),
                                values.text("model").orElse(null),
                                values.text("station").orElse(null)),
                        context);
        if (request.wantsCsv()) {
            return RouteResponse.csv(FindingView.table(listed.findings()), "findings");
        }
        List<FindingView> rows = listed.findings().stream().map(this::view).toList();
        return RouteResponse.json(
                Json.inZone(context.plant(), "day", listed.day(), "total", rows.size(), "rows", rows));
    }

    private RouteResponse one(Request request) {
        FindingDetail detail = detail(request, UNITS);
        Map<String, @Nullable Object> json = Json.inZone(context.plant(), "finding", view(detail.finding()));
        json.putAll(Json.object(
                "history",
                detail.history(),
                "series",
                detail.series(),
                "candidates",
                detail.candidates(),
                "failed_units",
                detail.failedUnits()));
        return RouteResponse.json(json);
    }

    private RouteResponse units(Request request) {
        FindingDetail detail = detail(request, FindingDetail.MOST_UNITS);
        return request.wantsCsv()
                ? RouteResponse.csv(detail.failedUnits(), "finding-units")
                : RouteResponse.json(Json.rows(context.plant(), detail.failedUnits()));
    }

    private RouteResponse page(Request request) {
        Shown shown = shown(request, UNITS);
        return new RouteResponse(
                        200, "text/html; charset=utf-8", shown.page().getBytes(StandardCharsets.UTF_8), Map.of(), null)
                .with(
                        "Content-Disposition",
                        "attachment; filename=\"finding-"
                                + shown.detail().finding().id() + ".html\"");
    }

    private Shown shown(Request request, int units) {
        return new FindingOperation().run(new FindingOperation.Parameters(known(request), units), context);
    }

    private FindingDetail detail(Request request, int units) {
        FindingDetail detail = shown(request, units).detail();
        return new FindingDetail(
                detail.finding(),
                detail.history(),
                detail.series(),
                detail.candidates(),
                withoutFolders(detail.failedUnits()));
    }

    /** File names without directories. */
    private static Table withoutFolders(Table units) {
        int file = units.columns().indexOf("file");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : units.rows()) {
            List<@Nullable Object> shown = new ArrayList<>(row);
            shown.set(file, row.get(file) == null ? null : ExportName.fileName(String.valueOf(row.get(file))));
            rows.add(shown);
        }
        return new Table(units.columns(), rows);
    }

    private RouteResponse acknowledge(Request request) {
        String id = known(request);
        String note = request.values().required("note");
        if (note.isBlank()) {
            throw Problem.wrong("note", "the note is empty; say what is known or done about the finding");
        }
        Context caller = context.as(new Caller("api", request.actor().user(), null));
        new AcknowledgeOperation().run(new AcknowledgeOperation.Parameters(id, note), caller);
        new Audit(context.warehouse(), context.clock()).add(request.actor(), AcknowledgeOperation.NAME, id, note);
        return one(request);
    }

    private String known(Request request) {
        String id = request.values().required("finding");
        return context.warehouse()
                .read(session -> Findings.named(session, id))
                .map(Finding::id)
                .orElseThrow(() -> Problem.missing("there is no finding of this id"));
    }

    /** The text of an alert can name folders of this machine. */
    private FindingView view(Finding finding) {
        return FindingView.of(finding, faults::masked);
    }
}
