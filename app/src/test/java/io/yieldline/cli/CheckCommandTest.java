package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.cli.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What checks say, and the exit code of a finding. */
class CheckCommandTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void load() {
        cli = Cli.counted(temp);
    }

    @Test
    void passes() {
        assertThat(cli.run("-q", "check", "counts", "duplicates", "availability", "schema"))
                .isEqualTo(new Ran(0, """
                passed  counts: Rows add up from export to mart
                feed         exports  records  replaced  seen_again  rejected  row_total  purged  first_day   last_day
                workstation        1        5         0           0         0          5       0  2025-04-15  2025-04-19
                testboard          0        0         0           0         0          0       0
                snfn               0        0         0           0         0          0       0
                passed  duplicates: No event appears twice in a master log
                warned  availability: Every working day has records of every active feed
                  warn: feed workstation has no record on 2025-04-17; export that day again, or add it under closed_days
                  warn: feed workstation has no record on 2025-04-18; export that day again, or add it under closed_days
                passed  schema: Tables and columns are those of this version
                4 checks: 3 passed, 1 warned (availability).
                """, ""));
    }

    @Test
    void runsAllChecks() {
        Ran ran = cli.run("-q", "check");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains("""
                warned  blanks: Required values of records are not blank
                  warn: workstation.status: 1 of 5; correct these rows in the MES and export them again
                """)
                .endsWith("30 checks: 27 passed, 3 warned (availability, blanks, empty_marts).\n");
    }

    @Test
    void aWarningCanFail() {
        assertThat(cli.run("-q", "check", "blanks").exitCode()).isZero();
        assertThat(cli.run("-q", "check", "blanks", "--warn-as-error").exitCode())
                .isEqualTo(3);
        assertThat(cli.run("-q", "check", "duplicates", "--warn-as-error").exitCode())
                .isZero();
    }

    @Test
    void listsTheRowsOfACheck() {
        assertThat(cli.run("-q", "check", "blanks", "--format", "csv").out()).isEqualTo("""
                feed,blank,serial_number,station,ended_at,export_id,row_number,file
                workstation,status,1724002,PACKING,2025-04-19 10:01:00,1,6,TEMP/workstation.csv
                """);
        assertThat(cli.run("-q", "check", "blanks", "duplicates", "--format", "csv")
                        .out())
                .isEqualTo("""
                check,severity,dimension,outcome,failing,total,findings
                blanks,warn,completeness,warned,1,20,1
                duplicates,error,uniqueness,passed,0,5,0
                """);
    }

    @Test
    void listsTheChecksOfThePlant() throws IOException {
        Path own = Files.createDirectories(temp.resolve("plant/checks")).resolve("blanks.yaml");
        Files.writeString(own, """
                name: blanks
                title: Packed units have a status
                dimension: completeness
                severity: error
                advice: pack again
                select: select serial_number from workstation_master_log where station = 'PACKING' and status is null
                """);
        assertThat(cli.run("check", "blanks", "duplicates", "--list").out()).isEqualTo("""
                check       severity  dimension     title                                   file
                blanks      error     completeness  Packed units have a status              TEMP/plant/checks/blanks.yaml
                duplicates  error     uniqueness    No event appears twice in a master log  built in
                """);
        assertThat(cli.run("--json", "check", "--list").out()).contains("\"check\" : \"zone_match\"");
        assertThat(cli.run("-q", "check", "blanks")).isEqualTo(new Ran(3, """
                failed  blanks: Packed units have a status
                  error: 1 found; pack again
                """, ""));
    }

    @Test
    void remembersResults() {
        assertThat(cli.run("check", "--history").out()).isEqualTo("None.\n");
        cli.run("check", "blanks");
        cli.run("check", "duplicates", "blanks");
        cli.run("check", "duplicates", "--day", "2025-04-15");
        assertThat(cli.run("check", "--history").out()).isEqualTo("""
                run  finished_at          check       dimension     severity  outcome  failing  total  findings  first_day   last_day
                  5  2025-04-21 08:00:00  duplicates  uniqueness    error     passed         0      3         0  2025-04-15  2025-04-15
                  4  2025-04-21 08:00:00  blanks      completeness  warn      warned         1     20         1
                  4  2025-04-21 08:00:00  duplicates  uniqueness    error     passed         0      5         0
                  3  2025-04-21 08:00:00  blanks      completeness  warn      warned         1     20         1
                """);
        assertThat(cli.run("check", "duplicates", "--history", "--format", "csv")
                        .out())
                .isEqualTo("""
                run,finished_at,check,dimension,severity,outcome,failing,total,findings,first_day,last_day
                5,2025-04-21 08:00:00,duplicates,uniqueness,error,passed,0,3,0,2025-04-15,2025-04-15
                4,2025-04-21 08:00:00,duplicates,uniqueness,error,passed,0,5,0,,
                """);
        assertThat(cli.run("check", "--history", "--limit", "1").out().lines()).hasSize(2);
    }

    @Test
    void scoresTheLatestResults() {
        assertThat(cli.run("score").out()).isEqualTo("No check has run yet; run: yieldline --home TEMP/plant check\n");
        cli.run("check", "blanks", "duplicates", "end_before_start");
        assertThat(cli.run("score", "--details").out()).isEqualTo("""
                dimension     checks  numerator  denominator  points
                completeness       1     0.9500            1   95.00
                uniqueness         1     3.0000            3  100.00
                validity           1     3.0000            3  100.00
                consistency        0     0.0000            0     n/a
                timeliness         0     0.0000            0     n/a
                check             dimension     weight  good  total
                blanks            completeness       1    19     20
                duplicates        uniqueness         3     5      5
                end_before_start  validity           3     5      5
                score 98.33 of 100, from 3 of 30 checks, by the results since 2025-04-21 08:00:00.
                Not included, because they have never run: schema, counts, availability, archive, arrivals, changed_columns, cleaned_cells, clock_changes, contradictions, empty_marts, fixture_names, future_records, minute_twins, models_without_yields, new_names, outdated, parked_exports, rejected_rows, retest_only, rule_names, serial_spellings, spellings, unknown_names, unknown_status, unread_tables, weekday_counts, zone_match
                dimension = 100 x sum(weight x good / total) / sum(weight), weight 3 for error and 1 for warn checks; whole = mean of the dimensions.
                """);
        JsonNode score = JsonMapper.shared().readTree(cli.run("--json", "score").out());
        assertThat(score.get("score").get("points").decimalValue()).isEqualByComparingTo("98.33");
    }

    @Test
    void looksAtChosenDays() {
        Ran ran = cli.run("-q", "check", "availability", "--details", "--from", "2025-04-15", "--to", "2025-04-16");
        assertThat(ran).isEqualTo(new Ran(0, """
                passed  availability: Every working day has records of every active feed
                feed         day         weekday  records
                workstation  2025-04-15  TUE            3
                workstation  2025-04-16  WED            1
                """, ""));
    }

    @Test
    void fails() {
        Broken.sql(temp.resolve("plant"), "update packing_daily set packed = 7");
        Ran ran = cli.run("-q", "check", "counts");
        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out()).startsWith("""
                failed  counts: Rows add up from export to mart
                  error: mart packing_daily: its packed sums up to 7, its source to 1; run: yieldline --home TEMP/plant aggregate --mode all --mart packing_daily
                """);
    }

    @Test
    void refusesUnknownChecks() {
        assertThat(cli.run("check", "luck"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                "yieldline: unknown check \"luck\"; valid values: schema, counts, duplicates, availability,"
                                        + " archive, arrivals, blanks, changed_columns, cleaned_cells, clock_changes, contradictions, empty_marts,"
                                        + " end_before_start, fixture_names, future_records, minute_twins, models_without_yields,"
                                        + " new_names, outdated, parked_exports, rejected_rows, retest_only, rule_names, serial_spellings,"
                                        + " spellings, unknown_names, unknown_status, unread_tables, weekday_counts, zone_match\n"));
    }

    @Test
    void reportsAsJson() {
        JsonNode report = JsonMapper.shared()
                .readTree(cli.run("--json", "check", "duplicates").out())
                .get("checks")
                .get(0);
        assertThat(report.propertyNames())
                .containsExactly(
                        "check",
                        "title",
                        "dimension",
                        "severity",
                        "days",
                        "outcome",
                        "failing",
                        "total",
                        "findings",
                        "details",
                        "looked");
        assertThat(report.get("days").propertyNames()).containsExactly("from", "to");
        assertThat(report.get("details").isArray()).isTrue();
    }

    @Test
    void coloursOnATerminalOnly() {
        Cli terminal = new Cli(temp.resolve("plant"), Ansi.ON);
        assertThat(terminal.run("-q", "check", "duplicates").out()).contains("\u001b[32mpassed");
        assertThat(cli.run("-q", "check", "duplicates").out()).doesNotContain("\u001b");
    }
}
