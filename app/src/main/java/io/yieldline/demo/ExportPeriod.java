package io.yieldline.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The range of days of one export, inclusive, in plant time. */
record ExportPeriod(LocalDate first, LocalDate last) {
    private static final DateTimeFormatter IN_NAMES = DateTimeFormatter.ofPattern("MM_dd_yyyy");
    private static final List<Integer> USUAL_DAYS = List.of(5, 3, 4, 3, 4, 2);

    /** The days split into exports of two to five days, as clerks do. */
    static List<ExportPeriod> cut(DemoSettings settings) {
        List<ExportPeriod> periods = new ArrayList<>();
        LocalDate first = settings.firstDay();
        while (!first.isAfter(settings.lastDay())) {
            LocalDate last = first.plusDays(USUAL_DAYS.get(periods.size() % USUAL_DAYS.size()) - 1L);
            periods.add(new ExportPeriod(first, earlier(last, settings.lastDay())));
            first = last.plusDays(1);
        }
        return periods;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    boolean holds(Step step) {
        return !step.day().isBefore(first) && !step.day().isAfter(last);
    }

    ExportPeriod startingEarlier(int days) {
        return new ExportPeriod(first.minusDays(days), last);
    }

    ExportPeriod endingLater(int days) {
        return new ExportPeriod(first, last.plusDays(days));
    }

    LocalDateTime nextMorning(int minutesPastSix) {
        return last.plusDays(1).atTime(6, 0).plusMinutes(minutesPastSix);
    }

    String inNames() {
        return IN_NAMES.format(first) + "_to_" + IN_NAMES.format(last);
    }
}
