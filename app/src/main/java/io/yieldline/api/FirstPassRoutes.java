package io.yieldline.api;

import io.yieldline.TimeInput;
import io.yieldline.api.auth.Role;
import io.yieldline.operation.Context;
import io.yieldline.warehouse.Table;
import io.yieldline.yaml.ResourceFolder;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Units that the first-pass views of a week count differently, and why. */
final class FirstPassRoutes {
    /** A reason for a difference: a column of the response, and its meaning. */
    private static final Map<String, String> REASONS = reasons();

    private final Context context;
    private final String sql = ResourceFolder.text(FirstPassRoutes.class, "first_pass_units.sql");

    FirstPassRoutes(Context context) {
        this.context = context;
    }

    List<Route> routes() {
        return List.of(Route.get(
                        "/first-pass/units",
                        Role.VIEWER,
                        "List the units of a week that the first-pass views count differently, and why.",
                        this::units)
                .with(
                        Parameter.week("week", "an ISO week").needed(),
                        Parameter.text("model", "the model of the units").needed(),
                        Parameter.word("reason", "only this reason", List.copyOf(REASONS.keySet())))
                .with(Paging.PARAMETERS)
                .with(Paging.FORMAT)
                .giving(RouteResponse.JSON, "text/csv")
                .awaitChange());
    }

    private RouteResponse units(Request request) {
        String week = request.values().required("week");
        String model = request.values().required("model");
        Paging page = Paging.of(request);
        Table all = read(week, model);
        Table wanted =
                request.values().text("reason").map(reason -> with(all, reason)).orElse(all);
        return request.wantsCsv()
                ? RouteResponse.csv(page.of(wanted), "first-pass-" + week)
                        .with("Yieldline-Total", Integer.toString(wanted.rows().size()))
                : RouteResponse.json(Json.page(
                        context.plant(),
                        page,
                        wanted.rows().size(),
                        page.of(wanted),
                        "week",
                        week,
                        "model",
                        model,
                        "counts",
                        counts(all),
                        "meanings",
                        REASONS));
    }

    private Table read(String week, String model) {
        LocalDate monday = TimeInput.monday(week);
        return context.warehouse()
                .read(session -> session.table(sql, week, model, week, model, monday, monday.plusDays(6), model));
    }

    private static Table with(Table units, String reason) {
        return new Table(
                units.columns(),
                units.rows().stream().filter(row -> is(units, row, reason)).toList());
    }

    /** A unit can have several reasons. */
    private static Map<String, Long> counts(Table units) {
        Map<String, Long> counts = new LinkedHashMap<>();
        REASONS.keySet()
                .forEach(reason -> counts.put(
                        reason,
                        units.rows().stream()
                                .filter(row -> is(units, row, reason))
                                .count()));
        return counts;
    }

    private static boolean is(Table units, List<@Nullable Object> row, String reason) {
        return Boolean.TRUE.equals(row.get(units.columns().indexOf(reason)));
    }

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("neither", "neither packed nor failed in the week: counts in started, not in finished");
        reasons.put("packed_and_failed", "packed and failed in the week: once in finished, twice in the original");
        reasons.put("failed_before", "packed without a failure in the week, but failed in an earlier week");
        reasons.put("failed_again", "failed in the week, though each first run at a station passed");
        reasons.put("no_first_run", "only retests in the week: no view by station run counts it");
        return reasons;
    }
}
