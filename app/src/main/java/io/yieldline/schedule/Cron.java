package io.yieldline.schedule;

import com.cronutils.descriptor.CronDescriptor;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** A cron expression with five fields: minute, hour, day, month, day of week. */
public final class Cron {
    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    private final String expression;
    private final com.cronutils.model.Cron cron;
    private final ExecutionTime times;

    private Cron(String expression, com.cronutils.model.Cron cron) {
        this.expression = expression;
        this.cron = cron;
        this.times = ExecutionTime.forCron(cron);
    }

    /** Parses an expression; throws {@link IllegalArgumentException} with the reason if it is not valid. */
    static Cron of(String expression) {
        return new Cron(expression, PARSER.parse(expression).validate());
    }

    /** The original expression. */
    public String expression() {
        return expression;
    }

    /** The expression in English, such as {@code at 07:00 every day}. */
    public String words() {
        String words = CronDescriptor.instance(Locale.UK)
                .describe(cron)
                .replaceAll("at (\\d+) day\\b", "on day $1")
                .replaceAll("at ([0-9, and]+) days\\b", "on days $1")
                .replaceAll("at ([\\w, ]+day) days?\\b", "on $1")
                .replaceAll("at ([A-Z][\\w, ]+) months?\\b", "in $1")
                .replaceAll("at ([0-9, and]+) hours\\b", "at $1 o'clock");
        return words.matches("at \\S+") ? words + " every day" : words;
    }

    /** Whether it names a rhythm rather than fixed times: {@code *} in minute or hour, such as every quarter of an hour. */
    boolean hasRhythm() {
        return field(0).startsWith("*") || field(1).startsWith("*");
    }

    /** Whether it is due in every hour of its days. */
    boolean everyHour() {
        return field(1).matches("\\*(/1)?");
    }

    private String field(int place) {
        return expression.trim().split("\\s+")[place];
    }

    /** The first time after this one; empty if there is none. */
    Optional<LocalDateTime> after(LocalDateTime time) {
        return times.nextExecution(carried(time)).map(ZonedDateTime::toLocalDateTime);
    }

    /** The last time up to and including this one. */
    Optional<LocalDateTime> latest(LocalDateTime time) {
        LocalDateTime nextMinute = time.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        return times.lastExecution(carried(nextMinute)).map(ZonedDateTime::toLocalDateTime);
    }

    @Override
    public String toString() {
        return expression;
    }

    /** The library uses time zones; in this one no hour is skipped or repeated. */
    private static ZonedDateTime carried(LocalDateTime time) {
        return time.atZone(ZoneOffset.UTC);
    }
}
