package io.yieldline.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import io.yieldline.plant.Plant;
import io.yieldline.yaml.ResourceFolder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings say about jobs. */
class ScheduleTest {
    private static final Function<String, CronTrigger> NEW_YORK =
            cron -> new CronTrigger(Cron.of(cron), ZoneId.of("America/New_York"));

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
        String commented = ResourceFolder.text(Plant.class, "yieldline.yaml")
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
        String purge = ResourceFolder.text(Plant.class, "yieldline.yaml")
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
    void aJobOfEveryHourHasNoTimesInTheHourThatIsSkipped() {
        assertThat(next("30 */1 * * *", "2025-03-09T06:00:00Z", 2)).isEqualTo("2025-03-09T01:30, 2025-03-09T03:30");
        assertThat(next("*/30 * * * *", "2025-03-09T06:20:00Z", 3))
                .isEqualTo("2025-03-09T01:30, 2025-03-09T03:00, 2025-03-09T03:30");
    }

    @Test
    void whatTheClockSkipsIsDueAtTheChangeIfNoOtherHourTakesItsPlace() {
        assertThat(next("30 2 * * *", "2025-03-09T06:00:00Z", 1)).isEqualTo("2025-03-09T02:30");
        assertThat(next("0 */2 * * *", "2025-03-09T06:00:00Z", 2)).isEqualTo("2025-03-09T02:00, 2025-03-09T04:00");
        assertThat(NEW_YORK.apply("30 2 * * *").instant(LocalDateTime.parse("2025-03-09T02:30")))
                .isEqualTo(Instant.parse("2025-03-09T07:00:00Z"));
    }

    /** The second pass of a repeated hour is told by a second, so that its slots are not those of the first. */
    @Test
    void aRhythmGoesOnThroughTheHourThatIsRepeated() {
        assertThat(next("*/30 * * * *", "2025-11-02T05:10:00Z", 4))
                .isEqualTo("2025-11-02T01:30, 2025-11-02T01:00:01, 2025-11-02T01:30:01, 2025-11-02T02:00");
        assertThat(next("*/30 * * * *", "2025-11-02T06:10:00Z", 1)).isEqualTo("2025-11-02T01:30:01");
        assertThat(next("15 * * * *", "2025-11-02T04:30:00Z", 3))
                .isEqualTo("2025-11-02T01:15, 2025-11-02T01:15:01, 2025-11-02T02:15");
        assertThat(next("*/20 1 * * *", "2025-11-02T05:00:00Z", 5))
                .isEqualTo("2025-11-02T01:20, 2025-11-02T01:40, 2025-11-02T01:00:01, 2025-11-02T01:20:01,"
                        + " 2025-11-02T01:40:01");
    }

    @Test
    void aFixedTimeThatIsRepeatedIsDueOnce() {
        assertThat(next("30 1 * * *", "2025-11-02T05:00:00Z", 2)).isEqualTo("2025-11-02T01:30, 2025-11-03T01:30");
        assertThat(next("0,30 1,2 * * *", "2025-11-02T05:40:00Z", 1)).isEqualTo("2025-11-02T02:00");
    }

    /** Whatever the moments at which a server looks, it finds the same times as one that looks once. */
    @ParameterizedTest
    @ValueSource(strings = {"*/15 * * * *", "30 */2 * * *", "0 1 * * *", "*/10 1-2 * * *", "45 1,2 * * *"})
    void dueIsNextInPiecesOfAnyLength(String cron) {
        CronTrigger trigger = NEW_YORK.apply(cron);
        for (String start : List.of("2025-11-01T20:03:00Z", "2025-03-08T20:03:00Z")) {
            Instant from = Instant.parse(start);
            Instant until = from.plus(Duration.ofHours(40));
            List<LocalDateTime> whole = trigger.due(from, until);
            assertThat(whole)
                    .doesNotHaveDuplicates()
                    .isEqualTo(trigger.next(from, whole.size()))
                    .isNotEmpty();
            for (int minutes : List.of(7, 20, 61)) {
                List<LocalDateTime> pieces = new ArrayList<>();
                for (Instant at = from; at.isBefore(until); at = at.plus(Duration.ofMinutes(minutes))) {
                    Instant end = at.plus(Duration.ofMinutes(minutes));
                    pieces.addAll(trigger.due(at, end.isAfter(until) ? until : end));
                }
                assertThat(pieces).isEqualTo(whole);
            }
        }
    }

    private static String next(String cron, String after, int count) {
        return NEW_YORK.apply(cron).next(Instant.parse(after), count).stream()
                .map(LocalDateTime::toString)
                .collect(Collectors.joining(", "));
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
