package io.yieldline.api;

import io.yieldline.InvalidInput;
import io.yieldline.TimeInput;
import io.yieldline.api.auth.Role;
import io.yieldline.insight.ForecastAnswer;
import io.yieldline.insight.ForecastQuestion;
import io.yieldline.insight.OutputForecast;
import io.yieldline.insight.Period;
import io.yieldline.insight.Scrap;
import io.yieldline.mart.DayRange;
import io.yieldline.operation.Context;
import io.yieldline.operation.ask.ForecastOperation;
import io.yieldline.warehouse.Table;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a day brings: packed units with what it will end at, and scrap. */
final class OutputRoutes {
    private final Context context;

    OutputRoutes(Context context) {
        this.context = context;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/forecast", Role.VIEWER, ForecastOperation.PURPOSE, this::forecast)
                        .with(
                                Parameter.day("day", "the production day (default: that of the newest record)"),
                                Parameter.text(
                                                "at",
                                                "until this plant time of the day, such as 14:00 (default: that of its newest"
                                                        + " record)")
                                        .characters(8))
                        .with(Paging.FORMAT)
                        .giving(RouteResponse.JSON, "text/csv"),
                Route.get("/scrap", Role.VIEWER, "List the units that were scrapped.", this::scrap)
                        .with(
                                Parameter.day("from", "the first plant day").needed(),
                                Parameter.day("to", "the last plant day").needed())
                        .with(Paging.FORMAT)
                        .giving(RouteResponse.JSON, "text/csv")
                        .awaitChange());
    }

    private RouteResponse forecast(Request request) {
        ForecastQuestion question = new ForecastQuestion(
                request.values().day("day").orElse(null),
                request.values().text("at").map(OutputRoutes::time).orElse(null));
        ForecastAnswer answer = new ForecastOperation().run(question, context).forecast();
        if (request.wantsCsv()) {
            return RouteResponse.csv(answer.table(), "forecast");
        }
        Map<String, @Nullable Object> json = Json.inZone(context.plant());
        json.putAll(Json.object(
                "day", answer.day(),
                "now", now(),
                "as_of", answer.asOf(),
                "over", answer.over(),
                "share", OutputForecast.SHARE,
                "total", answer.forecasts().size(),
                "rows", answer.table()));
        return RouteResponse.json(json);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(
                        context.clock().instant(), context.plant().settings().zone())
                .withNano(0);
    }

    private static LocalTime time(String text) {
        try {
            return TimeInput.timeOfDay(text);
        } catch (InvalidInput e) {
            throw Problem.wrong("at", "at " + e.getMessage());
        }
    }

    private RouteResponse scrap(Request request) {
        DayRange days = request.values().range();
        Period period = Period.of(Objects.requireNonNull(days.from()), Objects.requireNonNull(days.to()));
        Table units = context.warehouse()
                .read(session -> Scrap.units(session, period, context.plant().scrapStatuses()));
        return request.wantsCsv()
                ? RouteResponse.csv(units, "scrap")
                : RouteResponse.json(Json.rows(context.plant(), units));
    }
}
