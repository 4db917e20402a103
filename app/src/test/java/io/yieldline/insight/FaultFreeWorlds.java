package io.yieldline.insight;

import io.yieldline.control.Sample;
import io.yieldline.mart.DayRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Worlds without a fault: whatever is found in them is a false alarm. */
final class FaultFreeWorlds {
    private static final int SEED = 2025;
    private static final int WINDOW = 14;

    private final World plant;
    private final Period period;
    private final List<LocalDate> mornings;

    /** @param workingDays the days of the period after which somebody looks */
    FaultFreeWorlds(World plant, Period period, List<LocalDate> workingDays) {
        this.plant = plant;
        this.period = period;
        this.mornings = workingDays.stream()
                .filter(day -> day.isAfter(period.to().minusMonths(1)))
                .toList();
    }

    void print(int worlds) {
        List<Alarms> all =
                IntStream.range(0, worlds).parallel().mapToObj(this::alarms).toList();
        share("any suspect in the last two weeks", all, Alarms::suspectsAtTheEnd, 5);
        share("any shift of a station in the whole time", all, each -> each.shifts(SeriesKind.STATION), 5);
        share("any shift of a fixture in the whole time", all, each -> each.shifts(SeriesKind.FIXTURE), 5);
        share("any shift of an error code in the whole time", all, each -> each.shifts(SeriesKind.ERROR_CODE), 5);
        double below = all.stream().mapToInt(Alarms::reportsWithBelow).average().orElseThrow();
        System.out.printf(
                "%-52s %5.1f %%  aim: at most 5 %%%n", "daily reports with any BELOW", 100 * below / mornings.size());
        double month = all.stream().mapToInt(Alarms::inAMonth).average().orElseThrow();
        System.out.printf(
                "%-52s %5.2f   aim: at most 1%n",
                "false findings a month, looked at on %d mornings".formatted(mornings.size()), month);
    }

    private static void share(String what, List<Alarms> all, ToIntFunction<Alarms> number, int aim) {
        long some = all.stream().filter(each -> number.applyAsInt(each) > 0).count();
        System.out.printf(
                "%-52s %5.1f %%  aim: at most %d %%%n", "worlds with " + what, 100.0 * some / all.size(), aim);
    }

    private Alarms alarms(int number) {
        World world = plant.permuted(new Random(SEED + number));
        List<FailureSeries> series = world.series();
        Set<Object> found = new HashSet<>();
        int suspects = 0;
        List<Subject> shifted = List.of();
        int below = 0;
        for (LocalDate morning : mornings) {
            List<List<String>> bad = suspects(world, morning);
            shifted = shifts(series, morning);
            found.addAll(bad);
            found.addAll(shifted);
            suspects = bad.size();
            below += anyBelow(world, morning) ? 1 : 0;
        }
        return new Alarms(suspects, shifted, below, found.size());
    }

    private static List<List<String>> suspects(World world, LocalDate last) {
        return Suspects.of(Suspected.FIXTURE, world.firstRuns(last.minusDays(WINDOW - 1L), last))
                .suspects()
                .map(Suspect::names)
                .toList();
    }

    /** Each kind for itself, as findings are made. */
    private List<Subject> shifts(List<FailureSeries> series, LocalDate last) {
        return Arrays.stream(SeriesKind.values())
                .flatMap(kind -> shifts(kind, series, last))
                .toList();
    }

    private Stream<Subject> shifts(SeriesKind kind, List<FailureSeries> series, LocalDate last) {
        ShiftQuestion question = new ShiftQuestion(new DayRange(period.from(), last), Set.of(kind), null, null);
        List<FailureSeries> known = series.stream()
                .filter(each -> each.subject().kind() == kind)
                .map(each -> new FailureSeries(
                        each.subject(),
                        each.days().stream()
                                .filter(day -> !day.day().isAfter(last))
                                .toList()))
                .toList();
        return Shifts.of(question, BigDecimal.ONE, known).found().stream().map(Shift::subject);
    }

    /** A day against the five days with work before it. */
    private static boolean anyBelow(World world, LocalDate day) {
        List<FirstRuns> runs = new ArrayList<>();
        for (FailureSeries station : world.stations()) {
            List<Sample> days = station.days().stream()
                    .filter(each -> !each.day().isAfter(day))
                    .toList();
            for (Sample each : days.subList(Math.max(0, days.size() - 6), days.size())) {
                String name = each.day().equals(day) ? "after" : "before";
                List<String> stratum =
                        List.of(station.subject().model(), station.subject().station(), "");
                runs.add(new FirstRuns(stratum, name, "", each.judged() - each.failed()));
                runs.add(new FirstRuns(stratum, name, FirstRuns.FAILED, each.failed()));
            }
        }
        return StationComparison.anyWorse(runs);
    }

    /**
     * What is found in a world.
     *
     * @param inAMonth different suspects and shifted series, over all mornings
     */
    private record Alarms(int suspectsAtTheEnd, List<Subject> shiftsAtTheEnd, int reportsWithBelow, int inAMonth) {
        int shifts(SeriesKind kind) {
            return (int)
                    shiftsAtTheEnd.stream().filter(each -> each.kind() == kind).count();
        }
    }
}
