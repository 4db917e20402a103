package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.cli.Cli.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explanations as they are printed. */
class ExplainCommandTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void load() {
        cli = Cli.counted(temp);
    }

    @Test
    void table() {
        assertThat(cli.run("explain", "station_yield_daily", "--day", "2025-04-15", "--station", "FI"))
                .isEqualTo(new Ran(0, """
                Station yield by day; one row per day, model and station, of the models with yields
                day 2025-04-15, station FI

                count     number  meaning                                                    formula
                total          3  records in production scope                                count(*)
                passed         2  records with verdict pass                                  count(*) filter (where verdict = 'pass')
                failed         1  records with verdict fail                                  count(*) filter (where verdict = 'fail')
                unjudged       0  records without verdict: counted in totals, not in yields  count(*) filter (where verdict = 'none')
                yield = passed / (passed + failed) = 2 / 3 = 66.67 %: share of the judged records that passed
                Counted where in_scope and name_key(model) in (select r.name_key from rule_yield_model r).

                3 records counted:
                model       serial_number  ended_at             flow  status  verdict  export  file             row  total  passed  failed  unjudged
                Tesla SXM4  1724001        2025-04-15 08:05:00  NC    Pass    pass          1  workstation.csv    2      1       1       0         0
                Tesla SXM4  1724002        2025-04-15 08:15:00  NC    Fail    fail          1  workstation.csv    3      1       0       1         0
                Tesla SXM4  1724002        2025-04-15 09:15:00  NC    Pass    pass          1  workstation.csv    4      1       1       0         0

                0 rows left out.
                """, ""));
    }

    @Test
    void unitsAndLimit() {
        assertThat(cli.run("explain", "first_pass_weekly", "--limit", "3").out())
                .isEqualTo("""
                First pass by week; one row per ISO week and model
                All of it.

                count                number  meaning                                                        formula
                started                   2  units with any record in production scope in the week          count(*)
                first_pass                1  units packed in the week without a failure in the week         count(*) filter (where packings > 0 and failures = 0)
                completed                 2  units with any packing record in the week                      count(*) filter (where packings > 0)
                failed                    1  units with any failure in the week, including completed units  count(*) filter (where failures > 0)
                completed_or_failed       2  units completed or failed, each counted once                   count(*) filter (where packings > 0 or failures > 0)
                limbo                     0  units neither completed nor failed                             count(*) filter (where packings = 0 and failures = 0)
                first_pass_of_started = first_pass / started = 1 / 2 = 50.00 %: share of the units of the week that were packed without a failure
                first_pass_of_finished = first_pass / completed_or_failed = 1 / 2 = 50.00 %: the same share of the units that were packed or failed
                Counted where w.in_scope.
                Units are counted: the contribution of a unit is on its first record.

                5 records counted; the first 3, --format csv lists all:
                week      model       serial_number  station  ended_at             flow  status  verdict  export  file             row  started  first_pass  completed  failed  completed_or_failed  limbo
                2025-W16  Tesla SXM4  1724001        FI       2025-04-15 08:05:00  NC    Pass    pass          1  workstation.csv    2        1           1          1       0                    1      0
                2025-W16  Tesla SXM4  1724001        PACKING  2025-04-16 10:01:00  NC    Pass    pass          1  workstation.csv    5
                2025-W16  Tesla SXM4  1724002        FI       2025-04-15 08:15:00  NC    Fail    fail          1  workstation.csv    3        1           0          1       1                    1      0

                0 rows left out.
                """);
    }

    @Test
    void view() {
        assertThat(cli.run(
                        "explain",
                        "rolled_yield_weekly",
                        "--week",
                        "2025-w16",
                        "--model",
                        "tesla sxm4",
                        "--limit",
                        "4"))
                .isEqualTo(new Ran(0, """
                rolled_yield_weekly: Rolled yields per ISO week and model: focused is the product over the stations of the model's formula, n/a unless all of them have judged records; complete is the product over all stations with judged records except the excluded ones. unit_yield is the rolled throughput yield of units: the product of true first-pass yields over the same stations.
                week 2025-w16, model tesla sxm4

                2 rows:
                week      model       kind      stations  needed     yield  unit_yield
                2025-W16  Tesla SXM4  complete         2       0  0.666667    0.500000
                2025-W16  Tesla SXM4  focused          1       4

                6 parts; the first 4, --format csv lists all:
                week      model       kind      number          numerator  denominator  percent
                2025-W16  Tesla SXM4  complete  factor FI               2            3    66.67
                2025-W16  Tesla SXM4  complete  factor PACKING          1            1   100.00
                2025-W16  Tesla SXM4  focused   factor ASSY2            0            0      n/a
                2025-W16  Tesla SXM4  focused   factor FI               2            3    66.67

                Explained by:
                  yieldline --home TEMP/plant explain station_yield_weekly --week 2025-W16 --model "Tesla SXM4" --station FI
                  yieldline --home TEMP/plant explain station_yield_weekly --week 2025-W16 --model "Tesla SXM4" --station PACKING
                  yieldline --home TEMP/plant explain station_yield_weekly --week 2025-W16 --model "Tesla SXM4" --station ASSY2
                  yieldline --home TEMP/plant explain station_yield_weekly --week 2025-W16 --model "Tesla SXM4" --station FQC
                """, ""));
        assertThat(cli.run("explain", "packing_weekly", "--format", "csv").out())
                .isEqualTo("""
                week,model,number,numerator,denominator,percent,explained_by
                2025-W16,Tesla SXM4,packed on 2025-04-16,1,,,"yieldline explain packing_daily --day 2025-04-16 --model ""Tesla SXM4\"""
                2025-W16,Tesla SXM4,units packed first on 2025-04-16,1,,,"yieldline explain packed_units_daily --day 2025-04-16 --model ""Tesla SXM4\"""
                """);
        assertThat(cli.run("explain", "station_yield_summary", "--week", "2024-W01")
                        .out())
                .endsWith("week 2024-W01\n\n0 rows.\n\n0 parts.\n");
    }

    @Test
    void csv() {
        assertThat(cli.run("explain", "packing_daily", "--format", "csv").out()).isEqualTo("""
                left_out,day,model,part_number,serial_number,station,ended_at,flow,status,verdict,export,file,row,packed
                ,2025-04-16,Tesla SXM4,692-1,1724001,PACKING,2025-04-16 10:01:00,NC,Pass,pass,1,TEMP/workstation.csv,5,1
                not passed,2025-04-18,Tesla SXM4,692-1,1724002,PACKING,2025-04-19 10:01:00,NC,,none,1,TEMP/workstation.csv,6,
                """);
    }

    @Test
    void json() {
        Ran ran = cli.run("explain", "packing_daily", "--where", "part_number=692-1", "--format", "json");
        assertThat(ran.out()).isEqualTo("""
                {
                  "mart" : "packing_daily",
                  "title" : "Packing records by day",
                  "grain" : "one row per output day, model and part number",
                  "cell" : {
                    "part_number" : "692-1"
                  },
                  "scope" : [
                    "w.excluded is not true",
                    "w.verdict = 'pass'"
                  ],
                  "counts" : [
                    {
                      "name" : "packed",
                      "meaning" : "packing records with verdict pass, of any flow; a unit that is packed again counts again",
                      "formula" : "count(*)",
                      "shown" : 1,
                      "listed" : 1
                    }
                  ],
                  "ratios" : [ ],
                  "records" : [
                    {
                      "day" : "2025-04-16",
                      "model" : "Tesla SXM4",
                      "part_number" : "692-1",
                      "serial_number" : "1724001",
                      "station" : "PACKING",
                      "ended_at" : "2025-04-16T10:01:00",
                      "flow" : "NC",
                      "status" : "Pass",
                      "verdict" : "pass",
                      "export" : 1,
                      "file" : "TEMP/workstation.csv",
                      "row" : 5,
                      "packed" : 1
                    }
                  ],
                  "leftOut" : [
                    {
                      "reason" : "not passed",
                      "day" : "2025-04-18",
                      "model" : "Tesla SXM4",
                      "part_number" : "692-1",
                      "serial_number" : "1724002",
                      "station" : "PACKING",
                      "ended_at" : "2025-04-19T10:01:00",
                      "flow" : "NC",
                      "status" : null,
                      "verdict" : "none",
                      "export" : 1,
                      "file" : "TEMP/workstation.csv",
                      "row" : 6
                    }
                  ],
                  "notes" : [ ]
                }
                """);
        assertThat(cli.run("--json", "explain", "packing_daily", "--part-number", "692-1"))
                .isEqualTo(ran);
    }

    @Test
    void wrongWords() {
        assertThat(cli.run("explain", "packing_daily", "--fixture", "1"))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "yieldline: packing_daily has no key \"fixture\"; valid keys: day, model, part_number\n"));
        assertThat(cli.run("explain", "record_counts").err())
                .startsWith("yieldline: unknown mart \"record_counts\"; valid values: p_chart_daily, ");
    }
}
