package io.yieldline.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import io.yieldline.plant.Plant;
import io.yieldline.yaml.YamlNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the settings say about jobs. */
class ScheduleTest {
    @Test
    void aPlantWithoutAScheduleHasThatOfTheOriginal() {
        assertThat(Simulation.schedule("").jobs().stream()
                        .map(job -> job.name() + ": " + String.join(" ", job.run()) + ", " + job.words()))
                .containsExactly(
                        "daily: daily, at 07:00 every day",
                        "check: check, after daily",
                        "daily-report: report daily, after check",
                        "weekly: weekly, at 02:00 on Saturday",
                        "weekly-report: report weekly, after weekly",
                        "backup: backup, at 04:00 every day");
    }

    @Test
    void theCommentedScheduleInTheSettingsIsTheDefault() {
        String commented = YamlNode.resourceText(Plant.class, "yieldline.yaml")
                .lines()
                .dropWhile(line -> !line.equals("# schedule:"))
                .takeWhile(line -> line.equals("# schedule:") || line.startsWith("#   "))
                .map(line -> line.substring(2))
                .collect(Collectors.joining("\n"));
        assertThat(Simulation.schedule(commented).toString())
                .isEqualTo(Simulation.schedule("").toString());
        assertThat(commented).contains("backup:");
    }

    /** What somebody who wants retention uncomments. */
    @Test
    void theCommentedPurgeInTheSettingsIsAJob() {
        String purge = YamlNode.resourceText(Plant.class, "yieldline.yaml")
                .lines()
                .dropWhile(line -> !line.equals("#   # purge:"))
                .takeWhile(line -> line.startsWith("#   # "))
                .map(line -> "  " + line.substring(6))
                .collect(Collectors.joining("\n"));
        assertThat(Simulation.schedule("schedule:\n" + purge).jobs())
                .singleElement()
                .satisfies(job -> {
                    assertThat(job.run())
                            .containsExactly("purge", "--keep-months", "24", "--yes", "--reason", "retention");
                    assertThat(String.valueOf(job.trigger())).contains("0 3 1 * *");
                });
    }

    @Test
    void everyKeyIsRead() {
        assertThat(Simulation.schedule("""
                schedule:
                  a:
                    run: show "record counts" --limit 5
                    cron: "*/15 6-18 * * 1-5"
                    zone: Asia/Shanghai
                    missed: none
                    timeout: 90s
                    retries: 0
                  b: {run: check, after: a, missed: all}
                """).jobs().stream().map(Job::toString))
                .containsExactly(
                        "Job[name=a, run=[show, record counts, --limit, 5],"
                                + " trigger=CronTrigger[cron=*/15 6-18 * * 1-5, zone=Asia/Shanghai], misfire=NONE, timeout=PT1M30S,"
                                + " retries=0, after=null]",
                        "Job[name=b, run=[check], trigger=null, misfire=ALL, timeout=PT2H, retries=2, after=a]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            {A: {run: x, cron: '0 7 * * *'}} ~ "A" is not a valid job name; use lower-case letters, digits, - and _
            {a: {cron: '0 7 * * *'}} ~ "run" is missing
            {a: {run: ' ', cron: '0 7 * * *'}} ~ has no run; write a command as you type it after yieldline, such as daily
            {a: {run: x}} ~ job a never runs; add cron, or after with the job that it follows
            {a: {run: x, corn: '0 7 * * *'}} ~ unknown key "corn"; valid values: run, cron, zone, missed, timeout, retries, after
            {a: {run: x, cron: '0 7 * *'}} ~ "0 7 * *" is not a valid cron expression (Cron expression contains 4 parts but we expect one of [5]); write minute, hour, day, month and day of week, such as "0 7 * * 1-5"
            {a: {run: x, cron: '0 25 * * *'}} ~ "0 25 * * *" is not a valid cron expression (Failed to parse cron expression. Value 25 not in range [0, 23]); write minute, hour, day, month and day of week, such as "0 7 * * 1-5"
            {a: {run: x, cron: '0 7 30 2 *'}} ~ "0 7 30 2 *" never occurs; no month has such a day
            {a: {run: x, cron: '0 7 * * *', zone: Mars}} ~ "Mars" is not a valid time zone; write a name such as America/New_York
            {a: {run: x, cron: '0 7 * * *', missed: some}} ~ "some" is not one of all, last, none
            {a: {run: x, cron: '0 7 * * *', timeout: 5}} ~ "5" is not a valid duration; write it as 90s, 15m, 24h or 2d
            {a: {run: x, cron: '0 7 * * *', retries: -1}} ~ "-1" is not a whole number from 0 to 20
            {a: {run: x, after: b}, c: {run: x, after: a}} ~ "b" is not a job; valid values: a, c
            {a: {run: x, after: b}, b: {run: x, after: c}, c: {run: x, after: b}} ~ jobs wait for each other: a, b, c; remove after from one of them
            {a: {run: x, after: a}} ~ jobs wait for each other: a; remove after from one of them
            [a] ~ must be a list of "key: value" lines
            """)
    void whatCannotBeIsRefusedWithItsLine(String yaml, String message) {
        assertThatThrownBy(() -> Simulation.schedule("schedule: " + yaml))
                .isInstanceOf(UserError.class)
                .hasMessage("yieldline.yaml:3: " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 7 * * *        | at 07:00 every day
            0 2 * * 6        | at 02:00 on Saturday
            0 7 * * 1-5      | at 07:00 every day between Monday and Friday
            */15 * * * *     | every 15 minutes
            30 4 1,15 * *    | at 04:30 on days 1 and 15
            0 0 29 2 *       | at 00:00 on day 29 in February
            0 7,19 * * *     | at 7 and 19 o'clock
            0 6 * * 1,3      | at 06:00 on Monday and Wednesday
            """)
    void inWords(String cron, String words) {
        assertThat(Cron.of(cron).words()).isEqualTo(words);
    }

    @Test
    void nextTimesAcrossTheHourThatIsSkipped() {
        CronTrigger trigger = new CronTrigger(Cron.of("30 */1 * * *"), ZoneId.of("America/New_York"));
        assertThat(trigger.next(Instant.parse("2025-03-09T06:00:00Z"), 3))
                .containsExactly(
                        LocalDateTime.parse("2025-03-09T01:30"),
                        LocalDateTime.parse("2025-03-09T02:30"),
                        LocalDateTime.parse("2025-03-09T03:30"));
        assertThat(trigger.instant(LocalDateTime.parse("2025-03-09T02:30")))
                .isEqualTo(Instant.parse("2025-03-09T07:00:00Z"));
        assertThat(trigger.next(Instant.parse("2025-11-02T06:10:00Z"), 1))
                .containsExactly(LocalDateTime.parse("2025-11-02T02:30"));
    }

    @Test
    void waitsLongerAfterEachFailure() {
        assertThat(List.of(1L, 2L, 3L, 6L, 7L, 60L).stream().map(Job::backOff))
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(4),
                        Duration.ofMinutes(32),
                        Duration.ofHours(1),
                        Duration.ofHours(1));
    }
}
