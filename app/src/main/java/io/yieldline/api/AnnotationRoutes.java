package io.yieldline.api;

import io.yieldline.api.auth.Role;
import io.yieldline.api.auth.RuleEdits;
import io.yieldline.api.auth.RuleEdits.Edit;
import io.yieldline.operation.Context;
import io.yieldline.operation.ask.AnnotationsOperation;
import io.yieldline.plant.Annotation;
import io.yieldline.plant.Annotations;
import io.yieldline.warehouse.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The annotations of the plant, and their changes. */
final class AnnotationRoutes {
    private static final String PATH = "/rules/annotations";
    private static final List<Parameter> PARTS = List.of(
            Parameter.day("from", "the first day").needed(),
            Parameter.day("to", "the last day (default: the first)"),
            Parameter.text("model", "only charts of this model"),
            Parameter.text("station", "only charts of this station"),
            Parameter.text("note", "a few words").needed());

    private final Context context;
    private final RuleEdits edits;

    AnnotationRoutes(Context context, RuleEdits edits) {
        this.context = context;
        this.edits = edits;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, Role.VIEWER, AnnotationsOperation.PURPOSE, this::list)
                        .with(Paging.FORMAT)
                        .giving(RouteResponse.JSON, "text/csv"),
                Route.post(PATH, Role.OPERATOR, "Add a note to the charts of some days.", this::add)
                        .with(PARTS.stream().map(Parameter::inBody).toList()),
                Route.delete(PATH, Role.OPERATOR, "Remove a note.", this::remove)
                        .with(PARTS));
    }

    private RouteResponse list(Request request) {
        Table annotations = new AnnotationsOperation()
                .run(new AnnotationsOperation.Parameters(), context)
                .table();
        return request.wantsCsv()
                ? RouteResponse.csv(annotations, "annotations")
                : RouteResponse.json(Json.rows(context.plant(), annotations));
    }

    private RouteResponse add(Request request) {
        Annotation annotation = annotation(request.values());
        edits.make(
                Annotations.SECTION,
                request.actor(),
                plant -> new Edit(
                        plant.annotations().with(annotation).yaml(),
                        "add annotation",
                        annotation.words(),
                        annotation.note()));
        return RouteResponse.nothing();
    }

    private RouteResponse remove(Request request) {
        Annotation annotation = annotation(request.values());
        edits.make(Annotations.SECTION, request.actor(), plant -> {
            if (!plant.annotations().all().contains(annotation)) {
                throw Problem.missing("there is no such annotation");
            }
            return new Edit(
                    plant.annotations().without(annotation).yaml(),
                    "remove annotation",
                    annotation.words(),
                    "was " + annotation.note());
        });
        return RouteResponse.nothing();
    }

    private static Annotation annotation(Values values) {
        Map<String, String> parts = new LinkedHashMap<>();
        Stream.of("from", "to").forEach(name -> values.day(name).ifPresent(day -> parts.put(name, day.toString())));
        Stream.of("model", "station", "note")
                .forEach(name -> values.text(name)
                        .filter(text -> !text.isBlank())
                        .ifPresent(text -> parts.put(name, text.strip())));
        return Annotation.of(parts);
    }
}
