package io.yieldline.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.control.Sample;
import io.yieldline.mart.DayRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Since when series fail at another rate, and how it is said. */
class ShiftsTest {
    private static final LocalDate FIRST = LocalDate.parse("2025-05-01");
    private static final ShiftQuestion ALL =
            new ShiftQuestion(DayRange.open(), EnumSet.allOf(SeriesKind.class), null, null);

    private static final FailureSeries WORSE =
            series(new Subject(SeriesKind.STATION, "A", "FCT", ""), 50, 1, 0, 2, 1, 1, 6, 9, 8, 7, 9);
    private static final FailureSeries BETTER =
            series(new Subject(SeriesKind.FIXTURE, "A", "FCT", "NV-1"), 1_000, 90, 90, 90, 90, 10, 10, 10, 10);
    private static final FailureSeries STEADY =
            series(new Subject(SeriesKind.ERROR_CODE, "A", "FCT", "EC001"), 50, 2, 2, 1, 2, 3, 2, 2, 1);
    private static final FailureSeries FEW =
            series(new Subject(SeriesKind.ERROR_CODE, "A", "FCT", ""), 50, 0, 0, 0, 0, 1, 1, 1, 1);

    @Test
    void eachShift_isASentence_theStrongestFirst() {
        Shifts shifts = Shifts.of(ALL, BigDecimal.ONE, List.of(WORSE, BETTER, STEADY, FEW));

        assertThat(shifts.found().stream().map(Shift::words))
                .containsExactly(
                        "A at FCT on fixture NV-1 fails less since Mon 2025-05-05: 1.00 % (40 of 4,000 units), before"
                                + " 9.00 % (360 of 4,000 units).",
                        "A at FCT fails more since Tue 2025-05-06: 15.60 % (39 of 250 units), before 2.00 % (5 of 250"
                                + " units).");
        assertThat(shifts.found().get(0).chance()).isEqualTo("p < 0.0001");
        assertThat(shifts.series()).isEqualTo(3);
        assertThat(shifts.tooFew()).isEqualTo(1);
        assertThat(Shifts.of(ALL, BigDecimal.TEN, List.of(WORSE, BETTER)).found())
                .extracting(Shift::subject)
                .containsExactly(WORSE.subject());
    }

    @Test
    void orderOfRows_doesNotMatter() {
        List<FailureSeries> all = new ArrayList<>(List.of(WORSE, BETTER, STEADY));
        Shifts shifts = Shifts.of(ALL, BigDecimal.ONE, all);
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            all.replaceAll(series -> {
                List<Sample> days = new ArrayList<>(series.days());
                Collections.shuffle(days, random);
                return new FailureSeries(series.subject(), days);
            });
            Collections.shuffle(all, random);
            assertThat(Shifts.of(ALL, BigDecimal.ONE, all)).isEqualTo(shifts);
        }
    }

    @Test
    void blanksAreNamed_andTheTableHasAColumnForEachKind() {
        assertThat(FEW.subject().words()).isEqualTo("A at FCT without an error code");
        assertThat(STEADY.subject().words()).isEqualTo("A at FCT with EC001");
        assertThat(new Subject(SeriesKind.FIXTURE, "A", "FCT", "").words()).isEqualTo("A at FCT without a fixture");
        assertThat(ShiftTables.of(Shifts.of(ALL, BigDecimal.ONE, List.of(BETTER)))
                        .columns())
                .containsExactly(
                        "model",
                        "station",
                        "fixture",
                        "error_code",
                        "since",
                        "failed_before",
                        "judged_before",
                        "failed_after",
                        "judged_after",
                        "g",
                        "p");
        ShiftQuestion stations = new ShiftQuestion(DayRange.open(), Set.of(), null, null);
        assertThat(ShiftTables.of(Shifts.of(stations, BigDecimal.ONE, List.of()))
                        .columns())
                .startsWith("model", "station", "since");
    }

    private static FailureSeries series(Subject subject, int judged, int... failed) {
        return new FailureSeries(
                subject,
                IntStream.range(0, failed.length)
                        .mapToObj(day -> new Sample(FIRST.plusDays(day), failed[day], judged))
                        .toList());
    }
}
