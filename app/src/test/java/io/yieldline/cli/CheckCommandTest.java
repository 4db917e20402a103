package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
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
        cli = new Cli(temp.resolve("plant"));
        cli.run("init");
        cli.run("ingest", TinyExport.write(temp).toString());
        cli.run("aggregate");
    }

    @Test
    void passes() {
        assertThat(cli.run("-q", "check")).isEqualTo(new Ran(0, """
                passed  counts: Rows add up from export to mart
                feed         exports  records  replaced  seen_again  rejected  row_total  first_day   last_day
                workstation        1        5         0           0         0          5  2025-04-15  2025-04-19
                testboard          0        0         0           0         0          0
                snfn               0        0         0           0         0          0
                passed  duplicates: No event stands twice in a master log
                passed  availability: Every working day has records of every feed in use
                  warn: feed workstation has no record on 2025-04-17; export that day again, or note that the plant was closed
                  warn: feed workstation has no record on 2025-04-18; export that day again, or note that the plant was closed
                passed  schema: Tables and columns are those of this version
                """, ""));
    }

    @Test
    void looksAtChosenDays() {
        Ran ran = cli.run("-q", "check", "availability", "--details", "--from", "2025-04-15", "--to", "2025-04-16");
        assertThat(ran).isEqualTo(new Ran(0, """
                passed  availability: Every working day has records of every feed in use
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
                  error: mart packing_daily: its packed sums up to 7, its source to 1; run: yieldline aggregate --mode all --mart packing_daily
                """);
    }

    @Test
    void refusesUnknownChecks() {
        assertThat(cli.run("check", "luck"))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "yieldline: unknown check \"luck\"; known are counts, duplicates, availability, schema\n"));
    }

    @Test
    void reportsAsJson() {
        JsonNode report = JsonMapper.shared()
                .readTree(cli.run("--json", "check", "duplicates").out())
                .get("checks")
                .get(0);
        assertThat(report.propertyNames()).containsExactly("check", "title", "findings", "details");
        assertThat(report.get("details").isArray()).isTrue();
    }

    @Test
    void coloursOnATerminalOnly() {
        Cli terminal = new Cli(temp.resolve("plant"), Ansi.ON);
        assertThat(terminal.run("-q", "check", "duplicates").out()).contains("\u001b[32mpassed");
        assertThat(cli.run("-q", "check", "duplicates").out()).doesNotContain("\u001b");
    }
}
