package io.yieldline.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;

/**
 * Working hours: two shifts from Monday to Friday, the second until two in the morning; few workers on Saturday, hardly any on
 * Sunday. No work during a clock change.
 */
final class WorkCalendar {
    private static final int OPENING = 8;
    private static final int NIGHT_END = 2;
    private static final Set<DayOfWeek> SHIPPING_DAYS = Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    private WorkCalendar() {}

    /** The given time if it is in a shift, or some minutes into the next shift. */
    static LocalDateTime open(LocalDateTime wanted, Dice dice) {
        int reluctance = dice.below(100);
        LocalDateTime at = wanted;
        while (!isOpen(at, reluctance)) {
            LocalDate day = at.toLocalDate().plusDays(at.getHour() < OPENING ? 0 : 1);
            at = day.atTime(OPENING, 0).plusSeconds(dice.below(5_400));
        }
        return at;
    }

    /** The next shipment; all units packed until then leave in the same second. */
    static LocalDateTime nextShipment(LocalDateTime packed) {
        LocalDate day = packed.toLocalDate();
        while (!SHIPPING_DAYS.contains(day.getDayOfWeek())
                || !packed.isBefore(shipment(day).minusMinutes(10))) {
            day = day.plusDays(1);
        }
        return shipment(day);
    }

    private static LocalDateTime shipment(LocalDate day) {
        return day.atTime(17, day.getDayOfMonth(), 2 * day.getDayOfWeek().getValue());
    }

    private static boolean isOpen(LocalDateTime at, int reluctance) {
        if (at.getHour() < NIGHT_END) {
            return weekday(at.toLocalDate().minusDays(1));
        }
        int closing = closing(at.toLocalDate(), reluctance);
        return at.getHour() >= OPENING && at.getHour() < closing;
    }

    private static int closing(LocalDate day, int reluctance) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> reluctance < 30 ? 16 : 0;
            case SUNDAY -> reluctance < 12 ? 13 : 0;
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> 24;
        };
    }

    static boolean weekday(LocalDate day) {
        return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
    }
}
