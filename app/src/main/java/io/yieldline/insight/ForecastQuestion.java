package io.yieldline.insight;

import io.yieldline.plant.ProductionDay;
import io.yieldline.plant.Rules;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a day has packed, and what it will end at.
 *
 * @param day the production day; null for that of the newest record
 * @param at until this time of the day; null until its newest record, or until its end when it is over
 */
public record ForecastQuestion(
        @Nullable LocalDate day, @Nullable LocalTime at) {
    /** Long enough for twice as many working days as a forecast uses. */
    private static final int HISTORY_DAYS = 3 * OutputForecast.DAYS;

    private static final int LAST_MINUTE = 24 * 60 - 1;

    private static final String PACKED = """
            select w.day, coalesce(w.model, '(blank)'), w.ended_at
            from workstation_master_log w
            join rule_station p on p.role = 'packing' and p.name_key = name_key(w.station)
            where w.excluded is not true and w.verdict = 'pass' and w.day between ? and ?""";

    /** The answer, given the day on which it is asked. */
    public ForecastAnswer answer(Session session, Rules rules, LocalDate today) {
        return chosen(session)
                .map(asked -> answer(session, rules, asked, today))
                .orElse(new ForecastAnswer(today, null, false, List.of()));
    }

    private Optional<LocalDate> chosen(Session session) {
        return day != null ? Optional.of(day) : newest(session, "day", LocalDate.class, null);
    }

    private ForecastAnswer answer(Session session, Rules rules, LocalDate asked, LocalDate today) {
        boolean over = at == null && asked.isBefore(today);
        LocalDateTime asOf = at == null
                ? newest(session, "ended_at", LocalDateTime.class, asked).orElse(null)
                : moment(asked, rules.productionDay());
        if (asOf == null) {
            return new ForecastAnswer(asked, null, over, List.of());
        }
        int minute = over ? LAST_MINUTE : rules.productionDay().minute(asOf.toLocalTime());
        return new ForecastAnswer(asked, asOf, over, forecasts(session, rules, asked, minute));
    }

    private LocalDateTime moment(LocalDate asked, ProductionDay days) {
        LocalDateTime time = asked.atTime(Objects.requireNonNull(at));
        return days.of(time).equals(asked) ? time : time.plusDays(1);
    }

    private static <T> Optional<T> newest(Session session, String column, Class<T> type, @Nullable LocalDate day) {
        return session.query(
                        "select max(" + column
                                + ") from workstation_master_log where day = coalesce(cast(? as date), day)",
                        row -> Optional.ofNullable(row.getObject(1, type)),
                        day)
                .get(0);
    }

    /** All together first, then each model that was packed. */
    private static List<OutputForecast> forecasts(Session session, Rules rules, LocalDate day, int minute) {
        Map<String, Map<LocalDate, List<Integer>>> models = packed(session, rules, day);
        TreeSet<LocalDate> worked = new TreeSet<>();
        models.values().forEach(days -> worked.addAll(days.keySet()));
        List<LocalDate> past = worked.headSet(day).stream()
                .filter(each -> rules.outputDay(each).equals(each))
                .toList();
        Map<LocalDate, List<Integer>> all = new TreeMap<>();
        models.values()
                .forEach(days -> days.forEach((each, minutes) ->
                        all.computeIfAbsent(each, none -> new ArrayList<>()).addAll(minutes)));
        return Stream.concat(
                        Stream.of(forecast(null, all, past, day, minute)),
                        models.entrySet().stream()
                                .map(model -> forecast(model.getKey(), model.getValue(), past, day, minute)))
                .toList();
    }

    private static OutputForecast forecast(
            @Nullable String model,
            Map<LocalDate, List<Integer>> days,
            List<LocalDate> past,
            LocalDate day,
            int minute) {
        return OutputForecast.of(
                model, past.stream().map(each -> packed(days, each)).toList(), packed(days, day), minute);
    }

    private static PackedDay packed(Map<LocalDate, List<Integer>> days, LocalDate day) {
        return new PackedDay(day, days.getOrDefault(day, List.of()));
    }

    private static Map<String, Map<LocalDate, List<Integer>>> packed(Session session, Rules rules, LocalDate day) {
        Map<String, Map<LocalDate, List<Integer>>> models = new TreeMap<>();
        session.query(
                PACKED,
                row -> models.computeIfAbsent(row.getString(2), model -> new TreeMap<>())
                        .computeIfAbsent(row.getObject(1, LocalDate.class), each -> new ArrayList<>())
                        .add(rules.productionDay()
                                .minute(row.getObject(3, LocalDateTime.class).toLocalTime())),
                day.minusDays(HISTORY_DAYS),
                day);
        return models;
    }
}
