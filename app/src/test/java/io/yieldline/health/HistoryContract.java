package io.yieldline.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.TinyExport;
import io.yieldline.UserError;
import io.yieldline.ingest.SilentProgress;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The metrics by day and week of the data of a plant, and how they are asked for. */
abstract class HistoryContract extends HistorySuite {
    @Test
    void rows_areThoseOfExportsByPlantDayOfLoading_rejectedOnesAreTheErrorRate() {
        parts.ingest().load(List.of(TinyExport.write(temp)), null, 1L, new SilentProgress());
        sql("update export set rejected_count = 1");

        assertThat(lines(metric("rows", 3, false)))
                .containsExactly(
                        "day,feed,exports,rows,added,duplicate,revised,outdated,rejected,error_percent",
                        "2025-04-21,workstation,1,5,5,0,0,0,1,20.00");
        assertThat(summary(3, false, "exports", "rows", "rejected", "error_percent"))
                .containsExactly("2025-04-19: 0 0 0 n/a", "2025-04-20: 0 0 0 n/a", "2025-04-21: 1 5 1 20.00");
        assertThat(summary(3, true, "exports", "error_percent"))
                .containsExactly("2025-W16: 0 n/a", "2025-W17: 1 20.00");
    }

    @Test
    void steps_areRunsTheirStepsAndMartRefreshes_withATrendFromFiveDaysOn() {
        for (int day = 1; day <= 5; day++) {
            run(day, "daily", LocalDate.of(2025, 4, 15).plusDays(day).toString(), 10 + day);
        }
        sql("insert into run_step (run_id, step_number, step, started_at, milliseconds, outcome) values"
                + " (5, 1, 'load', timestamp '2025-04-20 07:00:00', 9000, 'done'),"
                + " (5, 2, 'check', timestamp '2025-04-20 07:00:09', 6000, 'failed'),"
                + " (5, 3, 'report', timestamp '2025-04-20 07:00:15', 0, 'skipped'),"
                + " (5, 4, 'killed', timestamp '2025-04-20 07:00:15', null, 'running')");
        sql("insert into mart_refresh values ('packing_daily', timestamp '2025-04-21 03:59:59', 1500, 1, 1),"
                + " ('packing_daily', timestamp '2025-04-21 04:00:00', 500, 1, 1)");

        assertThat(lines(metric("steps", 2, false)))
                .containsExactly(
                        "day,step,times,mean_seconds",
                        "2025-04-20,daily,1,15.000",
                        "2025-04-20,daily: check,1,6.000",
                        "2025-04-20,daily: load,1,9.000",
                        "2025-04-20,mart packing_daily,1,1.500",
                        "2025-04-21,mart packing_daily,1,0.500");
        assertThat(lines(history(7, false).trends()))
                .containsExactly(
                        "step,times,mean_seconds,longest_seconds,percent_a_week",
                        "daily,5,13.000,15.000,53.8",
                        "daily: check,1,6.000,6.000,n/a",
                        "daily: load,1,9.000,9.000,n/a",
                        "mart packing_daily,2,1.000,1.500,n/a");
        assertThat(summary(2, false, "runs", "run_seconds"))
                .containsExactly("2025-04-20: 1 15.000", "2025-04-21: 0 0.000");
    }

    @Test
    void qualityScore_isTheOneOfTheLatestResultsAtTheEndOfThePeriod() {
        check(1, "duplicates", "uniqueness", "error", 5, 10, "2025-04-15 08:00:00");
        check(2, "blanks", "completeness", "warn", 0, 10, "2025-04-20 08:00:00");
        check(2, "duplicates", "uniqueness", "error", 1, 10, "2025-04-20 08:00:00");
        check(3, "blanks", "completeness", "warn", 10, 10, "2025-04-20 08:30:00");
        sql("update check_result set first_day = date '2025-04-10', last_day = date '2025-04-10' where run_id = 3");
        check(4, "gone", "validity", "error", 10, 10, "2025-04-20 09:00:00");

        assertThat(lines(metric("quality", 3, false)))
                .containsExactly(
                        "day,quality_score,completeness,uniqueness,validity,consistency,timeliness,checks,of_checks",
                        "2025-04-19,50.00,n/a,50.00,n/a,n/a,n/a,1,30",
                        "2025-04-20,95.00,99.99,90.00,n/a,n/a,n/a,2,30",
                        "2025-04-21,95.00,99.99,90.00,n/a,n/a,n/a,2,30");
        assertThat(summary(14, true, "quality_score"))
                .containsExactly("2025-W15: n/a", "2025-W16: 95.00", "2025-W17: 95.00");
    }

    @Test
    void samples_replaceThoseOfTheSameDay_andOldOnesGo() {
        sql(
                "insert into table_size values (date '2025-04-20', 'workstation_master_log', 3),"
                        + " (date '2024-03-16', 'workstation_master_log', 1), (date '2024-03-17', 'workstation_master_log', 2)");
        sql("insert into home_size values (date '2024-03-16', 1, 1, 1)");
        sql("insert into server_time values (timestamp '2024-03-01 00:00:00', timestamp '2024-03-02 00:00:00')");
        new Samples(parts).take();
        parts.ingest().load(List.of(TinyExport.write(temp)), null, 1L, new SilentProgress());
        new Samples(parts).take();

        assertThat(lines(metric("tables", 2, false)))
                .contains("2025-04-20,workstation_master_log,3,n/a", "2025-04-21,workstation_master_log,5,2");
        assertThat(summary(2, false, "records")).containsExactly("2025-04-20: 3", "2025-04-21: 5");
        assertThat(number("select count(*) from table_size where day < date '2025-01-01'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from home_size")).isEqualTo(1);
        assertThat(number("select count(*) from server_time")).isZero();
        assertThat(number("select home_bytes from home_size")).isPositive();
        assertThat(number("select free_bytes from home_size")).isPositive();
    }

    @Test
    void unknownMetric_isRefusedWithAllNames() {
        assertThatThrownBy(() -> history(1, false).metric("speed"))
                .isInstanceOf(UserError.class)
                .hasMessage("unknown metric \"speed\"; valid values: rows, steps, quality, tables, schedule, uptime,"
                        + " responses, space");
    }

    @Test
    void aScrapeHasTheSameNumbers() {
        check(2, "duplicates", "uniqueness", "error", 1, 10, "2025-04-20 08:00:00");
        slot("backup", "2025-04-20 05:00:00", "done", 2, 1, "2025-04-20 12:00:00");
        beats(new Uptime(warehouse), "2025-04-21T06:00:00Z", 180);
        ResponseTimes times = new ResponseTimes(warehouse);
        times.took(TODAY, "GET /status", 10_000_000L);
        times.write();
        run(1, "daily", "2025-04-20", 12);
        for (int day = 0; day < 7; day++) {
            space(TODAY.minusDays(6 - day), 1_000_000_000L, 1_000_000_000L - day * 20_000_000L);
        }

        assertThat(new Metrics(() -> parts, HealthInputs.alone()).scrape())
                .contains(
                        "\nyieldline_quality_score 90.0\n",
                        "\nyieldline_scheduled{job=\"backup\",result=\"late\"} 1.0\n",
                        "\nyieldline_scheduled{job=\"backup\",result=\"given_up\"} 2.0\n",
                        "\nyieldline_uptime_ratio 0.5\n",
                        "\nyieldline_response_seconds{quantile=\"0.5\",route=\"GET /status\"} 0.01\n",
                        "\nyieldline_step_seconds{step=\"daily\"} 12.0\n",
                        "\nyieldline_home_bytes 1.0E9\n",
                        "\nyieldline_disk_full_timestamp_seconds 1.7490096E9\n",
                        "\nyieldline_unreadable_metrics_total 0.0\n");
    }
}
