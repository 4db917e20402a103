package io.yieldline.api;

import io.yieldline.api.auth.Role;
import io.yieldline.insight.SeriesKind;
import io.yieldline.insight.ShiftQuestion;
import io.yieldline.insight.ShiftTables;
import io.yieldline.insight.Shifts;
import io.yieldline.operation.Context;
import io.yieldline.operation.ask.ShiftsOperation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The days from which stations, fixtures and error codes fail at another rate. */
final class ShiftRoutes {
    private static final List<String> KINDS =
            Arrays.stream(SeriesKind.values()).map(SeriesKind::word).toList();

    private final Context context;

    ShiftRoutes(Context context) {
        this.context = context;
    }

    List<Route> routes() {
        return List.of(Route.get("/shifts", Role.VIEWER, ShiftsOperation.PURPOSE, this::shifts)
                .with(
                        Parameter.day("from", "the first plant day (default: 60 days before the last)"),
                        Parameter.day("to", "the last plant day (default: that of the newest record)"),
                        Parameter.week("week", "an ISO week, instead of from and to"),
                        Parameter.word("of", "of what (default: station)", KINDS)
                                .severalTimes(),
                        Parameter.text("model", "only this model"),
                        Parameter.text("station", "only this station"))
                .with(Paging.FORMAT)
                .giving(RouteResponse.JSON, "text/csv")
                .awaitChange());
    }

    private RouteResponse shifts(Request request) {
        Shifts shifts =
                new ShiftsOperation().run(question(request.values()), context).shifts();
        if (request.wantsCsv()) {
            return RouteResponse.csv(ShiftTables.of(shifts), "shifts");
        }
        Map<String, @Nullable Object> json = Json.inZone(context.plant());
        json.putAll(Json.object(
                "range",
                Json.object(
                        "from", shifts.question().days().from(),
                        "to", shifts.question().days().to()),
                "basis",
                Shifts.BASIS,
                "least_points",
                shifts.leastPoints(),
                "series",
                shifts.series(),
                "too_few",
                shifts.tooFew(),
                "total",
                shifts.found().size(),
                "rows",
                ShiftTables.told(shifts)));
        return RouteResponse.json(json);
    }

    private static ShiftQuestion question(Values values) {
        Set<SeriesKind> of = values.texts("of").stream()
                .map(word -> SeriesKind.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        return new ShiftQuestion(
                values.range(),
                of,
                values.text("model").orElse(null),
                values.text("station").orElse(null));
    }
}
