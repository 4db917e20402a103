package io.yieldline.insight;

import io.yieldline.control.RateChange;
import io.yieldline.control.Sample;
import io.yieldline.report.chart.LineChart;
import io.yieldline.report.chart.Series;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How soon a planted fault is found among all other series and fixtures of the plant, none of which is bad. Then a fault is
 * significant if its p-value is at most 5 % divided by their number, which is what Benjamini and Hochberg ask of a single one.
 */
final class PlantedFaults {
    private static final int SEED = 2026;
    private static final int DAYS_BEFORE = 40;
    private static final int A_DAY = 100;
    private static final int NEAR = 2;
    private static final int FORTNIGHT = 14;
    private static final int TIMES = 3;
    private static final double FALSE_SHARE = 0.05;

    private final World plant;
    private final Period period;
    private final int trials;
    private final Random random = new Random(SEED);

    PlantedFaults(World plant, Period period, int trials) {
        this.plant = plant;
        this.period = period;
        this.trials = trials;
    }

    /** A station whose failure rate doubles, by days since then. */
    LineChart stations() {
        long series = plant.series().stream().filter(FailureSeries::varies).count();
        double limit = FALSE_SHARE / series;
        List<Integer> days = List.of(1, 2, 3, 4, 5, 6, 8, 10, 15, 20);
        List<Series> lines = Stream.of(0.01, 0.02, 0.05, 0.1, 0.2)
                .map(rate -> new Series(
                        "%.0f to %.0f %%".formatted(100 * rate, 200 * rate),
                        days.stream()
                                .map(after -> share(() -> shiftFound(rate, after, limit)))
                                .toList()))
                .toList();
        return new LineChart(
                "Found shifts in %%, by days since a station with 100 units a day fails twice as often (%d series searched)"
                        .formatted(series),
                "One line for each rate before and after",
                days.stream().map(day -> "day " + day).toList(),
                lines);
    }

    private boolean shiftFound(double rate, int after, double limit) {
        LocalDate onset = period.from().plusDays(DAYS_BEFORE);
        List<Sample> days = IntStream.range(0, DAYS_BEFORE + after)
                .mapToObj(i -> new Sample(
                        period.from().plusDays(i), failures(A_DAY, i < DAYS_BEFORE ? rate : 2 * rate), A_DAY))
                .toList();
        return RateChange.of(days)
                .filter(change -> change.p() <= limit)
                .map(change -> Math.abs(
                                ChronoUnit.DAYS.between(days.get(change.place()).day(), onset))
                        <= NEAR)
                .orElse(false);
    }

    /** A fixture that fails more, by its units in two weeks. */
    LineChart fixtures() {
        List<List<Suspect>> fortnights = Stream.iterate(period.to(), last -> last.minusDays(FORTNIGHT))
                .limit(1 + ChronoUnit.DAYS.between(period.from(), period.to()) / FORTNIGHT)
                .map(last -> Suspects.of(Suspected.FIXTURE, plant.firstRuns(last.minusDays(FORTNIGHT - 1L), last))
                        .judged())
                .toList();
        double limit =
                FALSE_SHARE / fortnights.stream().mapToInt(List::size).average().orElseThrow();
        List<Suspect> all = fortnights.stream().flatMap(List::stream).toList();
        List<Integer> units = List.of(20, 40, 60, 80, 120, 160, 240);
        Stream<Series> byRate = Stream.of(0.02, 0.05, 0.1, 0.2)
                .map(rate -> new Series(
                        "%.0f to %.0f %%".formatted(100 * rate, TIMES * 100 * rate),
                        units.stream()
                                .map(number -> share(() -> found(alone(number, rate), limit)))
                                .toList()));
        Series own = new Series(
                "mix of the plant",
                units.stream().map(number -> ownFound(near(all, number), limit)).toList());
        return new LineChart(
                "Found fixtures in %%, by units in two weeks, of fixtures that fail %d times as often (%.0f judged)"
                        .formatted(TIMES, FALSE_SHARE / limit),
                "One line for each rate of the other fixtures",
                units.stream().map(String::valueOf).toList(),
                Stream.concat(byRate, Stream.of(own)).toList());
    }

    /** A fixture without failures, and ten others that fail at the rate, all with as many units. */
    private Suspect alone(int units, double rate) {
        long others = failures(10L * units, rate);
        return Suspect.of(List.of(""), units, List.of(new Share(List.of(), units, 0, 11L * units, others)));
    }

    private static List<Suspect> near(List<Suspect> all, int units) {
        return all.stream()
                .filter(each -> each.units() >= units / 1.25 && each.units() <= units * 1.25)
                .toList();
    }

    private @Nullable Double ownFound(List<Suspect> alike, double limit) {
        return alike.isEmpty() ? null : share(() -> found(alike.get(random.nextInt(alike.size())), limit));
    }

    private boolean found(Suspect fixture, double limit) {
        return Objects.requireNonNull(planted(fixture).pValue()) <= limit;
    }

    /** The others of each stratum keep their failures. */
    private Suspect planted(Suspect fixture) {
        List<Share> shares = new ArrayList<>();
        for (Share share : fixture.shares()) {
            double others = (double) (share.allHits() - share.hits()) / Math.max(1, share.allUnits() - share.units());
            long hits = failures(share.units(), Math.min(1, TIMES * others));
            shares.add(new Share(
                    share.stratum(), share.units(), hits, share.allUnits(), share.allHits() - share.hits() + hits));
        }
        return Suspect.of(fixture.names(), fixture.units(), shares);
    }

    private long failures(long units, double rate) {
        return random.doubles(units).filter(each -> each < rate).count();
    }

    private double share(BooleanSupplier trial) {
        return 100.0
                * IntStream.range(0, trials).filter(i -> trial.getAsBoolean()).count()
                / trials;
    }
}
