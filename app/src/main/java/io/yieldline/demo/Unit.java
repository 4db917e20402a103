package io.yieldline.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/**
 * One board with its serial number. Blank cells are empty texts.
 *
 * @param version the customer's revision letter, raised for some units during the exports
 * @param disposition the customer's reason for the return; also on passes
 */
record Unit(
        ProductLine line,
        String serialNumber,
        String partNumber,
        String customerPartNumber,
        String version,
        String disposition,
        LocalDateTime arrival) {
    /** Boards that were already in process at the first export. */
    private static final int DAYS_BEFORE = 4;

    private static final List<String> VERSIONS = List.of("C", "H", "J", "L", "B", "");
    private static final List<String> DISPOSITIONS = List.of("CID", "PID", "NFF", "VID", "REPAIR", "SCRAP");

    static Unit arriving(DemoSettings settings, int number, Dice dice) {
        ProductLine line = ProductLine.any(dice);
        String serialNumber =
                String.format(Locale.ROOT, "1%s%02d24%06d", line.family(), 1 + dice.below(52), 1_000 + number * 3);
        String customer = line.customerPartNumber();
        return new Unit(
                line,
                serialNumber,
                dice.pickMostlyFirst(line.partNumbers()),
                customer == null || dice.chance(3) ? "" : customer,
                dice.pickMostlyFirst(VERSIONS),
                dice.chance(34) ? dice.pickMostlyFirst(DISPOSITIONS) : "",
                arrival(settings, line, dice));
    }

    private static LocalDateTime arrival(DemoSettings settings, ProductLine line, Dice dice) {
        int earliest = line.opening() == 0 ? -DAYS_BEFORE : settings.days() * line.opening() / 100;
        LocalDate day = settings.firstDay().plusDays(earliest + dice.below(settings.days() - earliest));
        LocalDate delivery = WorkCalendar.weekday(day) ? day : day.minusDays(2 + dice.below(3));
        return WorkCalendar.open(delivery.atTime(8, 0).plusSeconds(dice.below(36_000)), dice);
    }

    /** The revision letter in an export before or after the customer raised it. */
    String version(boolean raised) {
        boolean concerned = serialNumber.endsWith("5") && !version.isEmpty();
        return raised && concerned ? String.valueOf((char) (version.charAt(0) + 1)) : version;
    }
}
