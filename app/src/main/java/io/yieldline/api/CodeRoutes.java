package io.yieldline.api;

import io.yieldline.api.auth.CodeEdits;
import io.yieldline.api.auth.Role;
import io.yieldline.api.auth.RuleEdits;
import io.yieldline.operation.Context;
import io.yieldline.operation.ask.CodesOperation;
import io.yieldline.plant.FailureCodeChange;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The code library of the plant, and its changes. */
final class CodeRoutes {
    private static final String RULES = "/rules/failure-codes";
    private static final Parameter CODE =
            Parameter.text("code", "the error code or station reason").needed();
    private static final Parameter FROM = Parameter.day("from", "the first day (default: it has always been in force)");

    private final Context context;
    private final RuleEdits edits;

    CodeRoutes(Context context, RuleEdits edits) {
        this.context = context;
        this.edits = edits;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/codes", Role.VIEWER, CodesOperation.PURPOSE, this::codes)
                        .with(Paging.FORMAT)
                        .giving(RouteResponse.JSON, "text/csv"),
                Route.get(
                                "/failure-codes",
                                Role.VIEWER,
                                "List the failure codes with the recommended action for each.",
                                this::library)
                        .with(Parameter.day("day", "as it is on this day (default: today)"))
                        .rowsAsCsvToo("failure-codes"),
                Route.post(
                                RULES,
                                Role.OPERATOR,
                                "Set what the rules say of a failure code from a day on, or its action for a model.",
                                this::set)
                        .with(Stream.of(
                                        CODE,
                                        FROM,
                                        Parameter.text("action", "the recommended action")
                                                .needed(),
                                        Parameter.text("model", "the action is for units of this model (default: all)"),
                                        Parameter.text("description", "what the code means (default: as it was)"),
                                        Parameter.text("owner", "who answers for the code (default: as it was)"))
                                .map(Parameter::inBody)
                                .toList()),
                Route.delete(
                                RULES,
                                Role.OPERATOR,
                                "Remove what the rules say of a failure code from a day on, or its action for a model.",
                                this::remove)
                        .with(CODE, FROM, Parameter.text("model", "only the action for this model")));
    }

    private RouteResponse codes(Request request) {
        Table codes = new CodesOperation()
                .run(new CodesOperation.Parameters(), context)
                .table();
        return request.wantsCsv()
                ? RouteResponse.csv(codes, "codes")
                : RouteResponse.json(Json.rows(context.plant(), codes));
    }

    private RouteResponse library(Request request) {
        LocalDate day = request.values().day("day").orElse(context.today());
        return RouteResponse.json(
                Json.rows(context.plant(), context.plant().failureCodes().on(day)));
    }

    private RouteResponse set(Request request) {
        new CodeEdits(edits, context.today()).set(change(request.values()), request.actor());
        return RouteResponse.nothing();
    }

    private RouteResponse remove(Request request) {
        new CodeEdits(edits, context.today())
                .remove(
                        change(request.values()),
                        request.actor(),
                        plant -> Problem.missing("there is no such failure code"));
        return RouteResponse.nothing();
    }

    private static FailureCodeChange change(Values values) {
        return new FailureCodeChange(
                values.required("code"),
                values.day("from").orElse(null),
                values.text("model").orElse(null),
                values.text("action").orElse(null),
                values.text("description").orElse(null),
                values.text("owner").orElse(null));
    }
}
