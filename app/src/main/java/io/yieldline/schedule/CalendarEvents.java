package io.yieldline.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Converts cron expressions to systemd calendar events. */
final class CalendarEvents {
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final Pattern PART = Pattern.compile("(\\*|(\\d+)(?:-(\\d+))?)(?:/(\\d+))?");

    private CalendarEvents() {}

    /** If both day and day of week are given, cron fires if either matches, systemd if both match. So this needs two events. */
    static List<String> of(CronTrigger trigger) {
        String[] fields =
                trigger.cron().expression().toUpperCase(Locale.ROOT).trim().split("\\s+");
        String time = field(fields[1], 0) + ":" + field(fields[0], 0) + ":00 " + trigger.zone();
        String month = "*-" + field(numbers(fields[3], MONTHS, 1), 1) + "-";
        String day = field(fields[2], 1);
        String weekdays = weekdays(numbers(fields[4], DAYS, 0));
        if (fields[2].equals("*") || weekdays.isEmpty()) {
            return List.of(weekdays + month + day + " " + time);
        }
        return List.of(month + day + " " + time, weekdays + month + "* " + time);
    }

    private static String numbers(String field, List<String> names, int first) {
        String numbers = field;
        for (String name : names) {
            numbers = numbers.replace(name, String.valueOf(names.indexOf(name) + first));
        }
        return numbers;
    }

    private static String field(String field, int least) {
        return Stream.of(field.split(",")).map(part -> part(part, least)).collect(Collectors.joining(","));
    }

    private static String part(String part, int least) {
        Matcher matcher = matched(part);
        boolean any = matcher.group(1).equals("*");
        String range = any && matcher.group(4) != null
                ? String.valueOf(least)
                : matcher.group(1).replace("-", "..");
        return matcher.group(4) == null ? range : range + "/" + matcher.group(4);
    }

    /** Monday first, as in systemd; empty for every day. */
    private static String weekdays(String field) {
        List<Integer> days = new ArrayList<>();
        Stream.of(field.split(",")).forEach(part -> days(part).forEach(day -> days.add(day % 7)));
        String names = IntStream.rangeClosed(1, 7)
                .filter(day -> days.contains(day % 7))
                .mapToObj(day -> DAYS.get(day % 7))
                .map(name -> name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
        return field.equals("*") ? "" : names + " ";
    }

    private static IntStream days(String part) {
        Matcher matcher = matched(part);
        boolean any = matcher.group(1).equals("*");
        int from = any ? 0 : Integer.parseInt(matcher.group(2));
        int step = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
        int to = any || (matcher.group(3) == null && step > 1) ? 6 : last(matcher, from);
        return IntStream.iterate(from, day -> day <= to, day -> day + step);
    }

    private static int last(Matcher matcher, int from) {
        return matcher.group(3) == null ? from : Integer.parseInt(matcher.group(3));
    }

    private static Matcher matched(String part) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(part);
        }
        return matcher;
    }
}
