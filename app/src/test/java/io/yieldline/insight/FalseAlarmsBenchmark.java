package io.yieldline.insight;

import io.yieldline.report.chart.LineChart;
import io.yieldline.warehouse.DuckDbLimits;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * How often what judges is wrong, and how soon it is right: worlds made of a plant's own records, without a fault and with planted
 * ones. Run by {@code benchmarks/false-alarms}; never part of the build.
 */
public final class FalseAlarmsBenchmark {
    private FalseAlarmsBenchmark() {}

    /** Arguments: the database file of a plant, the first and last day, the number of worlds, a folder for the pictures. */
    public static void main(String[] arguments) {
        Period period = Period.of(LocalDate.parse(arguments[1]), LocalDate.parse(arguments[2]));
        int worlds = Integer.parseInt(arguments[3]);
        Path pictures = Path.of(arguments[4]);
        World plant;
        try (Warehouse warehouse = Warehouses.openDuckDb(Path.of(arguments[0]), DuckDbLimits.DEFAULT)) {
            plant = warehouse.read(session -> World.of(session, period));
        }
        System.out.printf("%,d worlds made of %s%n", worlds, period.words());
        new FaultFreeWorlds(plant, period, workingDays(period)).print(worlds);
        PlantedFaults planted = new PlantedFaults(plant, period, worlds);
        picture(planted.stations(), pictures.resolve("found-shifts.svg"));
        picture(planted.fixtures(), pictures.resolve("found-fixtures.svg"));
    }

    private static List<LocalDate> workingDays(Period period) {
        return period.from()
                .datesUntil(period.to().plusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .toList();
    }

    /** The markup stands alone in a file, so it names its language. */
    private static void picture(LineChart chart, Path file) {
        System.out.println(chart.title());
        Stream.concat(
                        Stream.of("%-28s%s".formatted("", cells(chart.categories()))),
                        chart.series().stream()
                                .map(line -> "%-28s%s"
                                        .formatted(
                                                line.name(),
                                                cells(line.values().stream()
                                                        .map(value -> value == null ? "" : "%.0f %%".formatted(value))
                                                        .toList()))))
                .forEach(System.out::println);
        String markup = chart.svg().markup().replaceFirst("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ");
        try {
            Files.writeString(file, markup + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cells(List<String> values) {
        StringBuilder line = new StringBuilder();
        values.forEach(value -> line.append("%8s".formatted(value)));
        return line.toString();
    }
}
