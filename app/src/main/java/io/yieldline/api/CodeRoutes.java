package io.yieldline.api;

import io.yieldline.api.RuleEdits.Edit;
import io.yieldline.api.auth.Role;
import io.yieldline.operation.Context;
import io.yieldline.operation.ask.CodesOperation;
import io.yieldline.plant.FailureCode;
import io.yieldline.plant.FailureCodes;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                                "Remove what the rules say of a failure code from a day on.",
                                this::remove)
                        .with(CODE, FROM));
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
        edits.make(FailureCodes.SECTION, request.actor(), plant -> {
            FailureCode code = code(request.values(), plant);
            String before = replaced(plant, code).map(FailureCode::advice).orElse("none");
            return new Edit(
                    plant.failureCodes().with(code).yaml(),
                    "set failure code",
                    code.words(),
                    code.advice() + " (before: " + before + ")");
        });
        return RouteResponse.nothing();
    }

    private RouteResponse remove(Request request) {
        edits.make(FailureCodes.SECTION, request.actor(), plant -> {
            FailureCode code = plant.failureCodes().all().stream()
                    .filter(each -> each.replaces(asked(request.values())))
                    .findFirst()
                    .orElseThrow(() -> Problem.missing("there is no such failure code"));
            return new Edit(
                    plant.failureCodes().without(code).yaml(),
                    "remove failure code",
                    code.words(),
                    "was " + code.advice());
        });
        return RouteResponse.nothing();
    }

    private static Optional<FailureCode> replaced(Plant plant, FailureCode code) {
        return plant.failureCodes().all().stream().filter(code::replaces).findFirst();
    }

    /** The code as it is on the first day of the change, with what the change says instead. */
    private FailureCode code(Values values, Plant plant) {
        FailureCode asked = asked(values);
        Optional<FailureCode> known = replaced(plant, asked)
                .or(() ->
                        plant.failureCodes().of(asked.code(), values.day("from").orElse(context.today())));
        Map<String, String> models =
                new LinkedHashMap<>(known.map(FailureCode::models).orElse(Map.of()));
        Optional<String> model = given(values, "model");
        model.ifPresent(name -> models.put(name, asked.action()));
        Map<String, String> parts = new LinkedHashMap<>();
        given(values, "description")
                .or(() -> known.map(FailureCode::description))
                .ifPresent(text -> parts.put("description", text));
        parts.put(
                "action", model.flatMap(name -> known.map(FailureCode::action)).orElse(asked.action()));
        given(values, "owner").or(() -> known.map(FailureCode::owner)).ifPresent(text -> parts.put("owner", text));
        values.day("from").ifPresent(day -> parts.put("from", day.toString()));
        return FailureCode.of(known.map(FailureCode::code).orElse(asked.code()), parts, models, plant.rules());
    }

    private static FailureCode asked(Values values) {
        return new FailureCode(
                values.required("code"),
                null,
                values.text("action").orElse(""),
                Map.of(),
                null,
                values.day("from").orElse(null));
    }

    private static Optional<String> given(Values values, String name) {
        return values.text(name).filter(text -> !text.isBlank());
    }
}
