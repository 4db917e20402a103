package io.yieldline.quality;

import io.yieldline.TinyExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two exports in which everything is as it should be: sixty new units pass FI on every working day from 2025-03-10 to
 * 2025-04-18, five minutes apart from eight o'clock on, and the test boards say the same in China time.
 */
final class SixWeeks {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 10);
    private static final LocalDate END = LocalDate.of(2025, 4, 19);

    private SixWeeks() {}

    /** The production steps. */
    static Path workstation(Path folder) {
        return TinyExport.write(folder.resolve("production.csv"), rows(SixWeeks::step));
    }

    /** The tests. */
    static Path testboard(Path folder) {
        return tests(folder.resolve("tests.csv"), rows(SixWeeks::test));
    }

    /** A test-board export with any rows. */
    static Path tests(Path file, String... rows) {
        try {
            return Files.write(
                    file,
                    Stream.concat(
                                    Stream.of(
                                            "SN,PN,Model,Work station process,Workstation Name,History station start time,"
                                                    + "History station end time,History station passing status,Failure reasons,"
                                                    + "Fixture No"),
                                    Stream.of(rows))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row of a test; the end is written in China time. */
    static String test(String serialNumber, LocalDateTime end, String fixture) {
        String time = TIME.format(end.plusHours(12));
        return String.join(",", serialNumber, "692-1", "Tesla SXM4", "FT", "FI", time, time, "Pass", "", fixture);
    }

    private static String step(LocalDate day, int unit) {
        return TinyExport.row(serial(day, unit), "FI", TIME.format(end(day, unit)), "Pass");
    }

    private static String test(LocalDate day, int unit) {
        return test(serial(day, unit), end(day, unit), "NV-NC%04d".formatted(1 + unit % 20));
    }

    private static LocalDateTime end(LocalDate day, int unit) {
        return day.atTime(8, 0).plusMinutes(5L * unit);
    }

    private static String serial(LocalDate day, int unit) {
        return "17%03d%03d".formatted(day.getDayOfYear(), unit);
    }

    private static String[] rows(BiFunction<LocalDate, Integer, String> row) {
        List<LocalDate> days = FIRST.datesUntil(END)
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .toList();
        return days.stream()
                .flatMap(day -> IntStream.range(0, 60).mapToObj(unit -> row.apply(day, unit)))
                .toArray(String[]::new);
    }
}
