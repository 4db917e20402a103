package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.cli.Cli.Ran;
import io.yieldline.query.SmallLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQL on the command line. */
class QueryCommandTest {
    private static final String BY_STATION = "select station, sum(passed) as passed, sum(failed) as failed"
            + " from station_yield_daily where day >= {from} group by station order by station";

    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void init() throws IOException {
        cli = new Cli(temp.resolve("plant"));
        cli.run("init");
        Files.deleteIfExists(temp.resolve("plant/lake"));
        SmallLake.in(temp.resolve("plant"));
    }

    @Test
    void printsATable() {
        Ran ran = cli.run("query", BY_STATION, "--param", "from=2025-05-29");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).matches("""
                station  passed  failed
                FT1         237      10
                FT2         297      10
                2 rows in \\d+ ms, lake 20250601-080000\\.
                """);
        assertThat(cli.run("query", "select 1 as n", "--format", "csv")).isEqualTo(new Ran(0, "n\n1\n", ""));
        assertThat(cli.run("query", "select 1 as n", "--format", "json").out()).isEqualTo("""
                [
                  {
                    "n" : 1
                  }
                ]
                """);
        assertThat(cli.run("--json", "query", "select 1 as n").out())
                .startsWith("{\n  \"snapshot\" : \"20250601-080000\",\n  \"more\" : false,");
    }

    @Test
    void saysThatRowsAreLeftOut() {
        assertThat(cli.run("query", "from range(5)", "--format", "csv", "--limit", "2"))
                .isEqualTo(new Ran(0, "range\n0\n1\n", "There are more rows; raise --limit to get them.\n"));
    }

    @Test
    void readsTextAndListsFromFiles() throws IOException {
        Path sql = Files.writeString(
                temp.resolve("units.sql"),
                "select serial_number, day from unit_runs where serial_number in {serials} order by all;\n");
        Path list = Files.writeString(temp.resolve("serials.txt"), "SN1\nSN2, SN999\nSN0815\n");

        assertThat(cli.run("query", "--file", sql.toString(), "--list", "serials=" + list, "--format", "csv")
                        .out())
                .isEqualTo("""
                        serial_number,day
                        SN1,2025-04-02
                        SN1,2025-05-02
                        SN2,2025-04-03
                        SN2,2025-05-03
                        SN999,2025-04-10
                        SN999,2025-05-10
                        """);
    }

    @Test
    void writesFiles() throws IOException {
        Path xlsx = temp.resolve("out.xlsx");
        assertThat(cli.run("query", "select 'FT1' as station, 3 as n", "--out", xlsx.toString())
                        .out())
                .matches("TEMP/out.xlsx  1 row in \\d+ ms\\.\n");
        try (ReadableWorkbook workbook = new ReadableWorkbook(xlsx.toFile())) {
            assertThat(workbook.getFirstSheet().read().get(1).getCellText(0)).isEqualTo("FT1");
        }
        Path parquet = temp.resolve("plant/lake/station_yield_daily/b.parquet");
        assertThat(cli.run(
                                "query",
                                "select date '2025-06-01' as day, 'FT3' as station, 7::bigint as passed, 1::bigint as failed",
                                "--out",
                                parquet.toString())
                        .err())
                .isEmpty();
        assertThat(cli.run("query", "select * from yield_total where station = 'FT3'", "--format", "csv")
                        .out())
                .isEqualTo("station,passed,failed\nFT3,7,1\n");
        assertThat(cli.run(
                                "query",
                                "select 1 as n",
                                "--out",
                                temp.resolve("n.json").toString())
                        .exitCode())
                .isZero();
        assertThat(temp.resolve("n.json")).hasContent("[{\"n\":1}]");
    }

    @Test
    void savedQueriesAndHistory() {
        assertThat(cli.run("queries").out()).isEqualTo("None.\n");
        assertThat(cli.run("queries", "save", "stations", BY_STATION, "--title", "Yield by station")
                        .out())
                .isEqualTo("Query stations saved.\n");
        assertThat(cli.run("queries").out()).isEqualTo("""
                name      title             owner  changed
                stations  Yield by station  root   2025-04-21 08:00:00
                """);
        assertThat(cli.run("queries", "show", "stations").out()).isEqualTo(BY_STATION + "\n");
        assertThat(cli.run("query", "--saved", "stations", "--param", "from=2025-05-01", "--format", "csv")
                        .out())
                .isEqualTo("station,passed,failed\nFT1,3135,150\nFT2,4035,150\n");
        assertThat(cli.run("query", "select nothing").exitCode()).isEqualTo(1);
        assertThat(cli.run("queries", "history", "--format", "csv").out().replaceAll("done,2,\\d+", "done,2,N"))
                .isEqualTo("id,asked_at,user,caller,sql,outcome,rows,milliseconds,error\n"
                        + "2,2025-04-21 08:00:00,root,cli,select nothing,failed,0,0,"
                        + "\"Referenced column \"\"nothing\"\" was not found because the FROM clause is missing\"\n"
                        + "1,2025-04-21 08:00:00,root,cli,\"" + BY_STATION + "\",done,2,N,\n");
        assertThat(cli.run("audit").out()).contains("query", "saved query stations", "no answer: select nothing");
        assertThat(cli.run("queries", "remove", "stations").out()).isEqualTo("Query stations removed.\n");
        assertThat(cli.run("queries", "show", "stations").err())
                .isEqualTo("yieldline: there is no saved query \"stations\"; none is saved yet\n");
    }

    @Test
    void wrongCalls() {
        wrong("write one of: a SELECT, --file FILE, --saved NAME", "query");
        wrong("write one of: a SELECT, --file FILE, --saved NAME", "query", "select 1", "--saved", "x");
        wrong("the query is empty; write a SELECT", "query", " ");
        wrong("the parameter {from} has no value; give it: --param from=VALUE", "query", BY_STATION);
        wrong("the query has no parameter {to}; its parameters: from", "query", BY_STATION, "--param", "to=1");
        wrong("name the file: --out FILE.xlsx", "query", "select 1", "--format", "xlsx");
        wrong("timeout 601 is not a whole number from 1 to 600", "query", "select 1", "--timeout", "601");
        wrong("limit 200001 is not a whole number from 1 to 200000", "query", "select 1", "--limit", "200001");
        wrong(
                "\"A B\" is not a valid name of a query; write lower-case letters, digits, - and _",
                "queries",
                "save",
                "A B",
                "select 1");
        wrong("give the name of the query: yieldline --home TEMP/plant queries show NAME", "queries", "show");
        assertThat(cli.run("query", "select 1", "--list", "serials=" + temp.resolve("none"))
                        .err())
                .startsWith("yieldline: TEMP/none: cannot be read");
    }

    @Test
    void withoutALake_saysWhatToDo() throws IOException {
        Files.delete(temp.resolve("plant/lake"));
        assertThat(cli.run("query", "select 1"))
                .isEqualTo(new Ran(
                        1,
                        "",
                        "yieldline: there is no lake to query yet; write it: yieldline --home TEMP/plant snapshot\n"));
    }

    private void wrong(String message, String... words) {
        assertThat(cli.run(words)).isEqualTo(new Ran(2, "", "yieldline: " + message + "\n"));
    }
}
