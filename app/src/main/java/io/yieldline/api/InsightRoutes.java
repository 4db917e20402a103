package io.yieldline.api;

import io.yieldline.api.auth.Role;
import io.yieldline.insight.ChangeQuestion;
import io.yieldline.insight.ChangeTables;
import io.yieldline.insight.Dimension;
import io.yieldline.insight.Period;
import io.yieldline.insight.RetestTables;
import io.yieldline.insight.Retests;
import io.yieldline.insight.RetestsAnswer;
import io.yieldline.insight.RetestsQuestion;
import io.yieldline.insight.StationPeriods;
import io.yieldline.insight.SuspectTables;
import io.yieldline.insight.Suspected;
import io.yieldline.insight.Suspects;
import io.yieldline.insight.SuspectsAnswer;
import io.yieldline.insight.SuspectsQuestion;
import io.yieldline.insight.YieldChange;
import io.yieldline.mart.DayRange;
import io.yieldline.operation.Context;
import io.yieldline.operation.ask.RetestsOperation;
import io.yieldline.operation.ask.SuspectsOperation;
import io.yieldline.operation.ask.YieldChangeOperation;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conclusions: why a yield changed, who fails more than the mix explains, and what became of failed units. */
final class InsightRoutes {
    private static final List<String> SUSPECTED =
            Arrays.stream(Suspected.values()).map(Suspected::word).toList();
    private static final List<String> DIMENSIONS =
            Arrays.stream(Dimension.values()).map(Dimension::word).toList();
    private static final List<Parameter> DAYS = List.of(
            Parameter.day("from", "the first plant day"),
            Parameter.day("to", "the last plant day"),
            Parameter.week("week", "an ISO week, instead of from and to"));
    private static final List<Parameter> UNITS = List.of(
            Parameter.text("model", "only this model"),
            Parameter.text("station", "only this station"),
            Parameter.text("part_number", "only this part number"));
    private static final List<String> KINDS = List.of("fixture", "error_code", "station");

    private final Context context;

    InsightRoutes(Context context) {
        this.context = context;
    }

    List<Route> routes() {
        return List.of(
                asking("/change", YieldChangeOperation.PURPOSE, this::change)
                        .with(
                                Parameter.day(
                                        "before_from",
                                        "the first day of the period to compare with (default: as"
                                                + " many days directly before)"),
                                Parameter.day("before_to", "the last day of the period to compare with"),
                                Parameter.text("flow", "only this service flow"),
                                Parameter.word("by", "what makes a group (default: model and part_number)", DIMENSIONS)
                                        .severalTimes()),
                asking("/suspects", SuspectsOperation.PURPOSE, this::suspects)
                        .with(Parameter.word("of", "of what (default: fixture)", SUSPECTED)),
                asking(
                                "/suspects/periods",
                                "Find days or weeks on which a station fails more units than its mix explains.",
                                this::stationPeriods)
                        .with(Parameter.word("by", "day or week (default: day)", List.of("day", "week"))),
                asking("/retests", RetestsOperation.PURPOSE, this::retests)
                        .with(Parameter.word("by", "the rows of CSV (default: fixture)", KINDS)));
    }

    private static Route asking(String path, String summary, Route.Handler handler) {
        return Route.get(path, Role.VIEWER, summary, handler)
                .with(DAYS)
                .with(UNITS)
                .with(Paging.FORMAT)
                .giving(RouteResponse.JSON, "text/csv")
                .awaitChange();
    }

    private RouteResponse change(Request request) {
        Values values = request.values();
        Period after = period(values);
        List<Dimension> by = values.texts("by").stream()
                .map(word -> Dimension.valueOf(word.toUpperCase(Locale.ROOT)))
                .toList();
        ChangeQuestion question = new ChangeQuestion(
                before(values, after), after, scope(values), by.isEmpty() ? ChangeQuestion.DEFAULT_BY : by);
        YieldChange change = new YieldChangeOperation().run(question, context).change();
        if (request.wantsCsv()) {
            boolean groups = values.text("station").isPresent();
            return RouteResponse.csv(groups ? ChangeTables.groups(change) : ChangeTables.stations(change), "change");
        }
        return json(Json.object(
                "before", question.before().words(),
                "after", question.after().words(),
                "whole", ChangeTables.whole(change),
                "parts", ChangeTables.parts(change),
                "stations", ChangeTables.stations(change),
                "not_compared", change.notCompared(),
                "groups", ChangeTables.groups(change)));
    }

    private RouteResponse suspects(Request request) {
        Values values = request.values();
        Suspected of = values.text("of")
                .map(word -> Suspected.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Suspected.FIXTURE);
        SuspectsQuestion question = new SuspectsQuestion(period(values), of, scope(values));
        Suspects suspects = new SuspectsOperation().run(question, context).suspects();
        return request.wantsCsv()
                ? RouteResponse.csv(SuspectTables.judged(suspects), "suspects")
                : json(told(SuspectsAnswer.of(question, suspects)));
    }

    private RouteResponse stationPeriods(Request request) {
        Values values = request.values();
        boolean weekly = values.text("by").filter("week"::equals).isPresent();
        Table found = context.warehouse()
                .read(session -> StationPeriods.of(
                        session,
                        period(values),
                        weekly ? StationPeriods.Grain.WEEK : StationPeriods.Grain.DAY,
                        scope(values)))
                .table();
        return request.wantsCsv()
                ? RouteResponse.csv(found, "station-periods")
                : json(Json.object(
                        "false_share",
                        Suspects.FALSE_SHARE,
                        "total",
                        found.rows().size(),
                        "rows",
                        found));
    }

    private static Map<String, @Nullable Object> told(SuspectsAnswer answer) {
        return Json.object(
                "days", answer.days(),
                "of", answer.of(),
                "basis", answer.basis(),
                "stratum", answer.stratum(),
                "units", answer.units(),
                "failed", answer.failed(),
                "judged", answer.judged(),
                "false_share", answer.falseShare(),
                "total", answer.suspects().rows().size(),
                "rows", answer.suspects(),
                "strata", answer.strata());
    }

    private RouteResponse retests(Request request) {
        RetestsQuestion question = new RetestsQuestion(period(request.values()), scope(request.values()));
        Retests retests = new RetestsOperation().run(question, context).retests();
        return request.wantsCsv()
                ? RouteResponse.csv(table(request.values().text("by").orElse("fixture"), retests), "retests")
                : json(told(RetestsAnswer.of(question, retests)));
    }

    private static Map<String, @Nullable Object> told(RetestsAnswer answer) {
        return Json.object(
                "days", answer.days(),
                "basis", answer.basis(),
                "units", answer.units(),
                "failed", answer.failed(),
                "not_retested", answer.notRetested(),
                "least_repair_seconds", answer.leastRepairSeconds(),
                "cost_per_hour", answer.costPerHour(),
                "false_share", answer.falseShare(),
                "total", answer.fixtures().rows().size(),
                "rows", answer.fixtures(),
                "error_codes", answer.errorCodes(),
                "stations", answer.stations());
    }

    private static Table table(String by, Retests retests) {
        return switch (by) {
            case "error_code" -> RetestTables.codes(retests);
            case "station" -> RetestTables.stations(retests);
            default -> RetestTables.fixtures(retests);
        };
    }

    private RouteResponse json(Map<String, @Nullable Object> answer) {
        Map<String, @Nullable Object> json = Json.inZone(context.plant());
        json.putAll(answer);
        return RouteResponse.json(json);
    }

    private static Period period(Values values) {
        DayRange range = values.range();
        if (range.from() == null || range.to() == null) {
            throw Problem.wrong("from", "give from and to, or week");
        }
        return Period.of(range.from(), range.to());
    }

    private static Period before(Values values, Period after) {
        Optional<LocalDate> from = values.day("before_from");
        Optional<LocalDate> to = values.day("before_to");
        if (from.isPresent() != to.isPresent()) {
            throw Problem.wrong("before_to", "give before_from and before_to, or neither");
        }
        return from.isPresent() ? Period.of(from.get(), to.orElseThrow()) : after.before();
    }

    private static Map<Dimension, String> scope(Values values) {
        Map<Dimension, String> scope = new LinkedHashMap<>();
        for (Dimension dimension : List.of(Dimension.MODEL, Dimension.STATION, Dimension.PART_NUMBER, Dimension.FLOW)) {
            values.text(dimension.word()).ifPresent(value -> scope.put(dimension, value));
        }
        return scope;
    }
}
