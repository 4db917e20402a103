package io.yieldline.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The metrics of the server by day: schedule, uptime, responses, disk. */
abstract class ServerHistoryContract extends HistorySuite {
    /** As the pieces of the store, which every version of the lake shows again. */
    @Test
    void fileWithSeveralNames_takesItsSpaceOnce() throws IOException {
        Path home = parts.plant().home().directory();
        new Samples(parts).take();
        long before = number("select home_bytes from home_size");
        Path file = Files.write(home.resolve("file"), new byte[8_000_000]);
        Files.createLink(home.resolve("same"), file);
        Files.createLink(home.resolve("again"), file);
        new Samples(parts).take();

        assertThat(number("select home_bytes from home_size") - before).isBetween(8_000_000L, 15_000_000L);
    }

    @Test
    void schedule_tellsInTimeFromLateFailedAndGivenUp_aFollowerIsDueWhenItsPredecessorEnds() {
        slot("backup", "2025-04-19 05:00:00", "done", 0, 1, "2025-04-19 09:00:30");
        slot("backup", "2025-04-20 05:00:00", "done", 2, 1, "2025-04-20 12:00:00");
        slot("daily", "2025-04-20 07:00:00", "done", 0, 2, "2025-04-20 11:01:00");
        slot("daily", "2025-04-19 07:00:00", "done", 0, 1, "2025-04-19 11:04:00");
        slot("check", "2025-04-19 07:00:00", "done", 0, 1, "2025-04-19 11:08:00");
        slot("check", "2025-04-20 07:00:00", "done", 0, 1, "2025-04-20 11:01:10");
        slot("other", "2025-04-20 07:00:00", "failed", 0, 3, "2025-04-20 11:00:00");
        slot("other", "2025-04-21 07:00:00", "missed", 0, 0, null);
        slot("daily", "2025-04-21 07:00:00", "waiting", 0, 1, "2025-04-21 11:00:00");

        assertThat(lines(metric("schedule", 3, false)))
                .containsExactly(
                        "day,job,due,in_time,late,failed,given_up,completed_percent",
                        "2025-04-19,backup,1,1,0,0,0,100.00",
                        "2025-04-19,check,1,1,0,0,0,100.00",
                        "2025-04-19,daily,1,1,0,0,0,100.00",
                        "2025-04-20,backup,3,0,1,0,2,33.33",
                        "2025-04-20,check,1,0,1,0,0,100.00",
                        "2025-04-20,daily,1,0,1,0,0,100.00",
                        "2025-04-20,other,1,0,0,1,0,0.00",
                        "2025-04-21,daily,0,0,0,0,0,n/a",
                        "2025-04-21,other,1,0,0,0,1,0.00");
        assertThat(summary(3, true, "due", "completed_percent"))
                .containsExactly("2025-W16: 9 66.67", "2025-W17: 1 0.00");
    }

    @Test
    void uptime_isThePartOfThePeriodDuringWhichTheServerRan() {
        Uptime first = new Uptime(warehouse);
        beats(first, "2025-04-19T16:00:00Z", 60);
        beats(first, "2025-04-19T20:00:00Z", 60);
        Uptime second = new Uptime(warehouse);
        beats(second, "2025-04-21T04:00:00Z", 240);

        assertThat(lines(metric("uptime", 4, false)))
                .containsExactly(
                        "day,hours_up,hours,starts,uptime_percent",
                        "2025-04-18,n/a,n/a,0,n/a",
                        "2025-04-19,2.00,12.00,2,16.67",
                        "2025-04-20,0.00,24.00,0,0.00",
                        "2025-04-21,4.00,8.00,1,50.00");
        assertThat(summary(4, true, "uptime_percent")).containsExactly("2025-W16: 5.56", "2025-W17: 50.00");
    }

    @Test
    void responses_areMedianAndP95ByRoute_andWrittenInParts() {
        ResponseTimes times = new ResponseTimes(warehouse);
        for (int i = 1; i <= 90; i++) {
            times.took(TODAY, "GET /status", 10_000_000L);
        }
        times.write();
        times.write();
        for (int i = 1; i <= 10; i++) {
            times.took(TODAY, "GET /status", 400_000_001L);
        }
        times.took(TODAY.minusDays(1), "GET /feeds", 500_000L);
        times.took(TODAY.minusDays(1), "GET /feeds", 5_000_000_000_000L);
        times.write();

        assertThat(lines(metric("responses", 2, false)))
                .containsExactly(
                        "day,route,requests,median_ms,p95_ms",
                        "2025-04-20,GET /feeds,2,1,60000",
                        "2025-04-21,GET /status,100,9,500");
        assertThat(summary(3, false, "requests", "median_ms", "p95_ms"))
                .containsExactly("2025-04-19: 0 n/a n/a", "2025-04-20: 2 1 60000", "2025-04-21: 100 9 500");
    }

    @Test
    void responseTimesThatCannotBeWritten_areWrittenLater() {
        ResponseTimes times = new ResponseTimes(warehouse);
        times.took(TODAY, "GET /status", 1);
        sql("alter table response_time rename to away");
        assertThatThrownBy(times::write).isInstanceOf(RuntimeException.class);
        sql("alter table away rename to response_time");
        times.took(TODAY, "GET /status", 1);
        times.write();

        assertThat(summary(1, false, "requests")).containsExactly("2025-04-21: 2");
    }

    @Test
    void disk_isForecastFromAWeekOn_andAPurgeDoesNotMoveIt() {
        for (int day = 0; day < 6; day++) {
            space(TODAY.minusDays(12 - day), 1_000_000_000L + day * 10_000_000L, 1_000_000_000L - day * 20_000_000L);
        }
        assertThat(history(1, false).disk().words())
                .isEqualTo("When the disk is full is not known yet: there are samples of 6 days; 7 are needed.");

        for (int day = 6; day <= 12; day++) {
            space(TODAY.minusDays(12 - day), 1_000_000_000L + day * 10_000_000L, 1_000_000_000L - day * 20_000_000L);
        }
        sql("update home_size set free_bytes = free_bytes + 500000000 where day = date '2025-04-15'");
        assertThat(history(1, false).disk())
                .isEqualTo(new DiskForecast(13, 10_000_000L, -20_000_000L, LocalDate.of(2025, 5, 29)));
        assertThat(history(1, false).disk().words())
                .isEqualTo(
                        "The home grows by 10.0 MB a day, the free space changes by -20.0 MB a day; the disk is full on"
                                + " 2025-05-29.");

        sql("update home_size set free_bytes = 1000000000");
        assertThat(history(1, false).disk().words())
                .isEqualTo(
                        "The home grows by 10.0 MB a day, the free space changes by +0.0 MB a day; the disk lasts longer"
                                + " than ten years.");
    }
}
