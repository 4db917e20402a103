package io.yieldline.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.insight.OutputForecast.End;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutputForecastTest {
    private static final int NOON = 12 * 60;

    /** So many before noon, and so many after it. */
    private static PackedDay day(int before, int after) {
        List<Integer> minutes = new ArrayList<>(Collections.nCopies(before, NOON));
        minutes.addAll(Collections.nCopies(after, NOON + 1));
        return new PackedDay(LocalDate.EPOCH, minutes);
    }

    private static List<PackedDay> days(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> day(100 + i, 10 * i))
                .toList();
    }

    @Test
    void theRestOfThePastDaysIsAddedToWhatIsPacked() {
        OutputForecast forecast = OutputForecast.of(null, days(9), day(50, 7), NOON);

        assertThat(forecast.packed()).isEqualTo(50);
        assertThat(forecast.usual()).isEqualTo(105);
        assertThat(forecast.end()).isEqualTo(new End(60, 100, 140));
        assertThat(forecast.pastDays()).isEqualTo(9);
    }

    @Test
    void ofTwentyDaysTheSecondAndTheNineteenthAreTheEnds_andOlderOnesDoNotCount() {
        List<PackedDay> past = new ArrayList<>(Collections.nCopies(5, day(0, 10_000)));
        past.addAll(days(20));

        OutputForecast forecast = OutputForecast.of("A", past, day(0, 0), NOON);

        assertThat(forecast.end()).isEqualTo(new End(20, 105, 190));
        assertThat(forecast.usual()).isEqualTo(111);
        assertThat(forecast.pastDays()).isEqualTo(20);
    }

    @Test
    void fewerThanNinePastDaysMakeNoInterval() {
        OutputForecast forecast = OutputForecast.of(null, days(8), day(50, 0), NOON);

        assertThat(forecast.end()).isNull();
        assertThat(forecast.usual()).isEqualTo(105);
        assertThat(OutputForecast.of(null, List.of(), day(50, 0), NOON).usual()).isNull();
    }

    @Test
    void everyPastDayIsForecastByThoseBeforeIt() {
        List<PackedDay> past = new ArrayList<>(Collections.nCopies(9, day(10, 10)));
        past.add(day(50, 10));
        past.add(day(50, 11));

        OutputForecast forecast = OutputForecast.of(null, past, day(0, 0), NOON);

        assertThat(forecast.tried()).isEqualTo(2);
        assertThat(forecast.held()).isEqualTo(1);
    }

    /** With 20 days that are alike, the probability is 17 of 21. */
    @Test
    void daysThatAreAlikeEndInTheIntervalAsOftenAsItSays() {
        Random random = new Random(7);
        int held = 0;
        for (int world = 0; world < 2_000; world++) {
            List<PackedDay> days = IntStream.range(0, 21)
                    .mapToObj(i -> day(random.nextInt(40), random.nextInt(1_000)))
                    .toList();
            PackedDay last = days.get(20);
            End end = OutputForecast.of(null, days.subList(0, 20), last, NOON).end();
            held += end != null && end.holds(last.total()) ? 1 : 0;
        }
        assertThat(held / 2_000.0).isBetween(0.78, 0.84);
    }
}
