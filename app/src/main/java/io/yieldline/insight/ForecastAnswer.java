package io.yieldline.insight;

import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a day has packed, and what it will end at.
 *
 * @param day the production day
 * @param asOf until when, in plant time; null if it has no records
 * @param over whether it is over, so that there is nothing to forecast
 * @param forecasts all models together first, then each; empty without records
 */
public record ForecastAnswer(
        LocalDate day, @Nullable LocalDateTime asOf, boolean over, List<OutputForecast> forecasts) {
    private static final List<String> COLUMNS =
            List.of("model", "packed", "usual", "low", "likely", "high", "past_days", "tried", "held");

    /** All models together. */
    public Optional<OutputForecast> whole() {
        return forecasts.stream().findFirst();
    }

    /** A row for all together, whose model is blank, and for each model. A day that is over has no interval. */
    public Table table() {
        return new Table(COLUMNS, forecasts.stream().map(this::row).toList());
    }

    private List<@Nullable Object> row(OutputForecast forecast) {
        Optional<OutputForecast.End> end = Optional.ofNullable(forecast.end()).filter(each -> !over);
        return Arrays.asList(
                forecast.model(),
                forecast.packed(),
                forecast.usual(),
                end.map(OutputForecast.End::low).orElse(null),
                end.map(OutputForecast.End::likely).orElse(null),
                end.map(OutputForecast.End::high).orElse(null),
                forecast.pastDays(),
                forecast.tried(),
                forecast.held());
    }
}
