package io.yieldline.api;

import io.yieldline.api.auth.Role;
import io.yieldline.api.auth.RuleEdits;
import io.yieldline.api.auth.RuleEdits.Edit;
import io.yieldline.operation.Context;
import io.yieldline.operation.ask.TargetsOperation;
import io.yieldline.plant.Measure;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Target;
import io.yieldline.plant.Targets;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The targets of the plant, and their changes. */
final class TargetRoutes {
    private static final String PATH = "/rules/targets";
    private static final Parameter MEASURE =
            Parameter.word("measure", "what the target is for", Measure.words()).needed();
    private static final Parameter FROM = Parameter.day("from", "the first day (default: it has always been in force)");
    private static final List<Parameter> SUBJECT = List.of(
            MEASURE,
            Parameter.text("model", "the model (default: all)"),
            Parameter.text("station", "the station (default: all)"),
            FROM);

    private final Context context;
    private final RuleEdits edits;

    TargetRoutes(Context context, RuleEdits edits) {
        this.context = context;
        this.edits = edits;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, Role.VIEWER, TargetsOperation.PURPOSE, this::list)
                        .with(Paging.FORMAT)
                        .giving(RouteResponse.JSON, "text/csv"),
                Route.post(
                                PATH,
                                Role.OPERATOR,
                                "Set a target, in the place of one for the same that begins on the same day.",
                                this::set)
                        .with(SUBJECT.stream().map(Parameter::inBody).toList())
                        .with(
                                Parameter.text("value", "percent, or packing records of a day")
                                        .inBody()
                                        .needed(),
                                Parameter.day("to", "the last day (default: none)")
                                        .inBody()),
                Route.delete(PATH, Role.OPERATOR, "Remove a target.", this::remove)
                        .with(SUBJECT));
    }

    private RouteResponse list(Request request) {
        Table targets = new TargetsOperation()
                .run(new TargetsOperation.Parameters(), context)
                .table();
        return request.wantsCsv()
                ? RouteResponse.csv(targets, "targets")
                : RouteResponse.json(Json.rows(context.plant(), targets));
    }

    private RouteResponse set(Request request) {
        edits.make(Targets.SECTION, request.actor(), plant -> {
            Target target = target(request.values(), request.values().required("value"), plant);
            String before = replaced(plant, target).map(Target::amount).orElse("none");
            return new Edit(
                    plant.targets().with(target).yaml(),
                    "set target",
                    target.words(),
                    target.amount() + " (before: " + before + ")");
        });
        return RouteResponse.nothing();
    }

    private RouteResponse remove(Request request) {
        edits.make(Targets.SECTION, request.actor(), plant -> {
            Target target = replaced(plant, target(request.values(), "1", plant))
                    .orElseThrow(() -> Problem.missing("there is no such target"));
            return new Edit(
                    plant.targets().without(target).yaml(), "remove target", target.words(), "was " + target.amount());
        });
        return RouteResponse.nothing();
    }

    private static Optional<Target> replaced(Plant plant, Target target) {
        return plant.targets().all().stream().filter(target::replaces).findFirst();
    }

    private static Target target(Values values, String amount, Plant plant) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(values.required("measure"), amount);
        Stream.of("model", "station")
                .forEach(name ->
                        values.text(name).filter(text -> !text.isBlank()).ifPresent(text -> parts.put(name, text)));
        put(parts, "from", values.day("from").orElse(null));
        put(parts, "to", values.day("to").orElse(null));
        return Target.of(parts, plant.rules());
    }

    private static void put(Map<String, String> parts, String name, @Nullable LocalDate day) {
        if (day != null) {
            parts.put(name, day.toString());
        }
    }
}
