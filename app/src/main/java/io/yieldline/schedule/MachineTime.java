package io.yieldline.schedule;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cron triggers in the time of the machine that runs cron: Debian's cron knows no other time zone, and ignores {@code CRON_TZ}. Only the
 * due times of the coming year count, so a job of the night may be written although the zones differ at noon.
 */
final class MachineTime {
    private static final Duration YEAR = Duration.ofDays(366);
    private static final int MOST = 20_000;

    private final ZoneId machine;
    private final Instant now;

    MachineTime(ZoneId machine, Instant now) {
        this.machine = machine;
        this.now = now;
    }

    /** The expressions that together are due at the times of a job; refuses a job whose times shift within the year. */
    List<String> expressions(Job job, CronTrigger trigger) {
        String[] fields = trigger.cron().expression().trim().split("\\s+");
        if (trigger.zone().getRules().equals(machine.getRules())) {
            return List.of(trigger.cron().expression());
        }
        if (hourly(fields) && wholeHours(trigger.zone())) {
            return List.of(trigger.cron().expression());
        }
        List<Due> due = due(trigger);
        return shift(job, trigger, due).isZero()
                ? List.of(trigger.cron().expression())
                : shifted(job, trigger, fields, due);
    }

    /** Due at the same minutes of every hour of the year. */
    private static boolean hourly(String[] fields) {
        return Stream.of(fields).skip(1).allMatch("*"::equals);
    }

    private boolean wholeHours(ZoneId zone) {
        return IntStream.range(0, (int) YEAR.toDays())
                .mapToObj(day -> now.plus(Duration.ofDays(day)))
                .map(time -> offset(machine, time) - offset(zone, time))
                .allMatch(seconds -> seconds % 3600 == 0);
    }

    private static int offset(ZoneId zone, Instant time) {
        return zone.getRules().getOffset(time).getTotalSeconds();
    }

    /** Without those in the hour that is skipped in spring or repeated in autumn. */
    private List<Due> due(CronTrigger trigger) {
        Instant end = now.plus(YEAR);
        return trigger.next(now, MOST).stream()
                .filter(time -> !trigger.instant(time).isAfter(end))
                .filter(time -> trigger.zone().getRules().getTransition(time) == null)
                .map(time -> Due.of(trigger.instant(time), trigger.zone(), machine))
                .toList();
    }

    private Duration shift(Job job, CronTrigger trigger, List<Due> due) {
        List<Due> different = due.stream()
                .collect(Collectors.toMap(Due::shift, day -> day, (first, later) -> first, TreeMap::new))
                .values()
                .stream()
                .toList();
        if (different.size() > 1) {
            throw refusal(
                    job,
                    trigger,
                    different.get(0).words(trigger.zone(), machine) + ", but "
                            + different.get(1).words(trigger.zone(), machine));
        }
        return different.isEmpty() ? Duration.ZERO : different.get(0).shift();
    }

    private UserError refusal(Job job, CronTrigger trigger, String why) {
        return new UserError(
                ExitCode.USAGE,
                "job " + job.name() + " cannot be written for cron, which knows only the time of its machine: " + why
                        + "; set the time zone of the machine to " + trigger.zone()
                        + ", or use schedule export --systemd, or let the server run the jobs");
    }

    /** One line for each minute and each move to another day. */
    private List<String> shifted(Job job, CronTrigger trigger, String[] fields, List<Due> due) {
        Map<String, TreeSet<Integer>> hours = new TreeMap<>();
        for (Due each : due) {
            String days = each.sameDay() ? fields[4] : weekdays(due, each.machine.toLocalTime(), fields[4]);
            if (!each.sameDay() && !(fields[2].equals("*") && fields[3].equals("*"))) {
                throw refusal(job, trigger, each.words(trigger.zone(), machine) + ", which is another day");
            }
            String rest = each.machine.getMinute() + " %s " + fields[2] + " " + fields[3] + " " + days;
            hours.computeIfAbsent(rest, key -> new TreeSet<>()).add(each.machine.getHour());
        }
        return hours.entrySet().stream()
                .map(line -> line.getKey()
                        .replace(
                                "%s",
                                line.getValue().stream().map(String::valueOf).collect(Collectors.joining(","))))
                .toList();
    }

    private static String weekdays(List<Due> due, LocalTime time, String field) {
        return field.equals("*")
                ? "*"
                : due.stream()
                        .filter(each -> each.machine.toLocalTime().equals(time))
                        .map(each -> each.machine.getDayOfWeek())
                        .distinct()
                        .sorted()
                        .map(DayOfWeek::getValue)
                        .map(String::valueOf)
                        .collect(Collectors.joining(","));
    }

    /** A due time in the zone of the job and on the machine. */
    private record Due(LocalDateTime plant, LocalDateTime machine) {
        static Due of(Instant due, ZoneId job, ZoneId machine) {
            return new Due(LocalDateTime.ofInstant(due, job), LocalDateTime.ofInstant(due, machine));
        }

        Duration shift() {
            return Duration.between(plant, machine);
        }

        boolean sameDay() {
            return plant.toLocalDate().equals(machine.toLocalDate());
        }

        String words(ZoneId job, ZoneId clock) {
            return plant.toString().replace('T', ' ') + " in " + job + " is "
                    + machine.toString().replace('T', ' ') + " in " + clock;
        }
    }
}
