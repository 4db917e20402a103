package io.yieldline.api;

import io.yieldline.api.auth.AuditedQuery;
import io.yieldline.api.auth.Role;
import io.yieldline.operation.AnswerFile;
import io.yieldline.operation.Caller;
import io.yieldline.operation.Context;
import io.yieldline.operation.ask.QueriesOperation;
import io.yieldline.operation.ask.QueryOperation;
import io.yieldline.query.LakeTable;
import io.yieldline.query.LakeVersion;
import io.yieldline.query.QueryAnswer;
import io.yieldline.query.QueryDesk;
import io.yieldline.query.QueryHistory;
import io.yieldline.query.QueryLimits;
import io.yieldline.query.QueryText;
import io.yieldline.query.SavedQueries;
import io.yieldline.query.SavedQuery;
import io.yieldline.query.ValueList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** SQL over the lake, its tables, saved queries, and what a user asked before. */
final class QueryRoutes {
    private static final int MOST_BODY_BYTES = 2_000_000;
    private static final int MOST_SAVED_BYTES = 110_000;
    private static final Parameter NAME = Parameter.path("query", "the name of a saved query");
    private static final Parameter SQL = Parameter.text("sql", "one SELECT")
            .characters(QueryText.MOST_BYTES)
            .inBody()
            .needed();

    private final Context context;

    QueryRoutes(Context context) {
        this.context = context;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/query", Role.ANALYST, QueryOperation.PURPOSE, this::ask)
                        .with(
                                SQL,
                                QueryFields.PARAM,
                                QueryFields.LIST,
                                Parameter.number(
                                                "limit",
                                                "maximum number of rows (default: setting query.rows)",
                                                1,
                                                QueryLimits.MOST_ROWS)
                                        .inBody(),
                                Parameter.number(
                                                "timeout",
                                                "stop after so many seconds (default: setting query.seconds)",
                                                1,
                                                QueryLimits.MOST_SECONDS)
                                        .inBody(),
                                Parameter.word(
                                        "format",
                                        "json (default), csv, xlsx or parquet",
                                        List.of("json", "csv", "xlsx", "parquet")))
                        .giving(
                                RouteResponse.JSON,
                                "text/csv",
                                AnswerFile.XLSX.mediaType(),
                                AnswerFile.PARQUET.mediaType())
                        .withLargeBody(MOST_BODY_BYTES)
                        .in(Lane.QUERIES),
                Route.delete("/query", Role.ANALYST, "Cancel your running query.", this::cancel),
                Route.get(
                        "/query/tables",
                        Role.ANALYST,
                        "List the tables of the lake, their columns and what they say.",
                        this::tables),
                Route.get("/query/history", Role.ANALYST, "List what you asked, newest first.", this::history),
                Route.get("/queries", Role.ANALYST, QueriesOperation.PURPOSE, this::list),
                Route.get("/queries/{query}", Role.ANALYST, "Get a saved query.", this::one)
                        .with(NAME),
                Route.put("/queries/{query}", Role.ANALYST, "Save a query; the owner of one can change it.", this::save)
                        .with(
                                NAME,
                                SQL,
                                Parameter.text("title", "what it answers, in a few words")
                                        .characters(200)
                                        .inBody())
                        .withLargeBody(MOST_SAVED_BYTES),
                Route.delete("/queries/{query}", Role.ANALYST, "Remove a saved query of yours.", this::remove)
                        .with(NAME));
    }

    private RouteResponse ask(Request request) throws IOException {
        Values values = request.values();
        QueryOperation.Parameters parameters = new QueryOperation.Parameters(
                null,
                values.required("sql"),
                QueryFields.values(values),
                QueryFields.lists(values).entrySet().stream()
                        .map(list -> ValueList.parse(list.getKey(), list.getValue()))
                        .toList(),
                values.number("limit").map(Long::intValue).orElse(null),
                values.number("timeout").map(Long::intValue).orElse(null));
        QueryAnswer answer = answer(parameters, request);
        return switch (values.text("format").orElse("json")) {
            case "csv" -> RouteResponse.csv(answer.table(), "query");
            case "xlsx" -> file(answer, AnswerFile.XLSX);
            case "parquet" -> file(answer, AnswerFile.PARQUET);
            default -> RouteResponse.json(json(answer));
        };
    }

    /** A query whose client has left is stopped. */
    private QueryAnswer answer(QueryOperation.Parameters parameters, Request request) {
        String user = request.actor().user();
        try (Presence waiting = request.whenLeft(() -> QueryDesk.PROCESS.cancel(user))) {
            return new AuditedQuery(request.actor())
                    .run(parameters, context.as(new Caller("api", user, null)))
                    .answer();
        }
    }

    private Map<String, @Nullable Object> json(QueryAnswer answer) {
        List<Map<String, @Nullable Object>> columns = new ArrayList<>();
        for (int i = 0; i < answer.types().size(); i++) {
            columns.add(Json.object(
                    "name",
                    answer.table().columns().get(i),
                    "type",
                    answer.types().get(i)));
        }
        return Json.inZone(
                context.plant(),
                "snapshot",
                answer.snapshot(),
                "milliseconds",
                answer.milliseconds(),
                "more",
                answer.more(),
                "total",
                answer.table().rows().size(),
                "columns",
                columns,
                "rows",
                answer.table());
    }

    private RouteResponse file(QueryAnswer answer, AnswerFile format) throws IOException {
        String ending = format.name().toLowerCase(Locale.ROOT);
        Path folder = Files.createDirectories(context.plant().home().staging());
        Path file = folder.resolve(UUID.randomUUID() + "." + ending);
        try {
            format.write(answer, file);
            return new RouteResponse(200, format.mediaType(), Files.readAllBytes(file), Map.of(), null)
                    .with("Content-Disposition", "attachment; filename=\"query." + ending + "\"");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private RouteResponse cancel(Request request) {
        if (!QueryDesk.PROCESS.cancel(request.actor().user())) {
            throw Problem.missing("no query of yours is running");
        }
        return RouteResponse.nothing();
    }

    private RouteResponse tables(Request request) {
        Optional<LakeVersion> lake = LakeVersion.find(context.plant().home().lake());
        return RouteResponse.json(Json.inZone(
                context.plant(),
                "snapshot",
                lake.map(LakeVersion::snapshot).orElse(null),
                "taken_at",
                lake.map(LakeVersion::takenAt).orElse(null),
                "tables",
                lake.map(LakeVersion::tables).orElse(List.of()).stream()
                        .map(QueryRoutes::described)
                        .toList()));
    }

    private static Map<String, @Nullable Object> described(LakeTable table) {
        return Json.object(
                "name",
                table.name(),
                "kind",
                table.kind(),
                "title",
                table.title(),
                "grain",
                table.grain(),
                "rows",
                table.isView() ? null : table.rows(),
                "columns",
                table.columns(),
                "ratios",
                table.ratios());
    }

    private RouteResponse history(Request request) {
        return RouteResponse.json(Json.rows(
                context.plant(),
                new QueryHistory(context.warehouse()).latest(request.actor().user(), 100)));
    }

    private RouteResponse list(Request request) {
        return RouteResponse.json(Json.rows(context.plant(), saved().all()));
    }

    private RouteResponse one(Request request) {
        return RouteResponse.json(known(request.values().required("query")));
    }

    private SavedQuery known(String name) {
        return saved().find(name).orElseThrow(() -> Problem.missing("there is no saved query of this name"));
    }

    private RouteResponse save(Request request) {
        Values values = request.values();
        String name = values.required("query");
        saved().find(name).ifPresent(before -> requireOwn(before, request));
        LocalDateTime at = context.parts().now().withNano(0);
        return RouteResponse.json(saved().save(new SavedQuery(
                name,
                values.text("title").orElse(""),
                values.required("sql"),
                request.actor().user(),
                at,
                at)));
    }

    private RouteResponse remove(Request request) {
        SavedQuery query = known(request.values().required("query"));
        requireOwn(query, request);
        saved().remove(query.name());
        return RouteResponse.nothing();
    }

    /** Who operates the plant may change those of others, too. */
    private static void requireOwn(SavedQuery query, Request request) {
        boolean own = Objects.equals(query.owner(), request.actor().user());
        if (!own && !request.identity().role().covers(Role.OPERATOR)) {
            throw Problem.forbidden(
                    "query " + query.name() + " belongs to " + query.owner() + "; save yours under another name");
        }
    }

    private SavedQueries saved() {
        return new SavedQueries(context.warehouse());
    }
}
