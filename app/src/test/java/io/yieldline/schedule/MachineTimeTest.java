package io.yieldline.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cron lines in the time of their machine. */
class MachineTimeTest {
    private static final Instant NOW = Instant.parse("2025-04-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 7 * * 1-5      | America/New_York | America/New_York | 0 7 * * 1-5
            0 7 * * 1-5      | America/New_York | US/Eastern       | 0 7 * * 1-5
            0 7 * * *        | Asia/Shanghai    | UTC              | 0 23 * * *
            0 7 * * 1-5      | Asia/Shanghai    | UTC              | 0 23 * * 1,2,3,4,7
            0 9,21 * * 6     | Asia/Shanghai    | UTC              | 0 1,13 * * 6
            30 7 * * *       | Asia/Kolkata     | UTC              | 0 2 * * *
            */20 6-7 * * *   | Asia/Kolkata     | UTC              | 10 1,2 * * *; 30 0,1 * * *; 50 0,1 * * *
            0 9 1 1-3 *      | Asia/Shanghai    | UTC              | 0 1 1 1-3 *
            */5 * * * *      | America/New_York | UTC              | */5 * * * *
            0 7 * * *        | Europe/Berlin    | Europe/London    | 0 6 * * *
            """)
    void theSameInstants(String cron, String zone, String machine, String lines) {
        assertThat(String.join("; ", expressions(cron, zone, machine))).isEqualTo(lines);
    }

    @Test
    void linesThatWouldShiftWithinTheYear_areRefused() {
        assertThatThrownBy(() -> expressions("0 7 * * *", "America/New_York", "UTC"))
                .hasMessageStartingWith("job a cannot be written for cron, which knows only the time of its machine: ");
        assertThatThrownBy(() -> expressions("0 7 1 * *", "Asia/Shanghai", "UTC"))
                .hasMessageContaining(
                        "2025-05-01 07:00 in Asia/Shanghai is 2025-04-30 23:00 in UTC, which is another day; ");
    }

    private static List<String> expressions(String cron, String zone, String machine) {
        CronTrigger trigger = new CronTrigger(Cron.of(cron), ZoneId.of(zone));
        Job job = new Job("a", List.of("check"), trigger, MisfirePolicy.LAST, Duration.ofHours(1), 0, null);
        return new MachineTime(ZoneId.of(machine), NOW).expressions(job, trigger);
    }
}
