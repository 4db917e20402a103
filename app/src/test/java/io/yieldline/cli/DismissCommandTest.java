package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A parked export that need not be loaded is dismissed with a reason, and nothing nags about it any more. */
class DismissCommandTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void park() {
        cli = new Cli(temp.resolve("plant"));
        cli.run("init");
        Path export = TinyExport.write(temp.resolve("cut.csv"), TinyExport.row("1", "FI", "soon", "Pass"));
        assertThat(cli.run("ingest", export.toString()).exitCode()).isEqualTo(1);
    }

    @Test
    void itIsListedWithWhoWhenAndWhy() {
        assertThat(cli.run("dismiss", "1", "--reason", "cut off")).isEqualTo(new Ran(0, """
                TEMP/cut.csv: dismissed: cut off
                1 export dismissed. The bytes stay in the archive; see: yieldline --home TEMP/plant rejects --dismissed
                """, ""));
        assertThat(cli.run("rejects", "--parked").out()).doesNotContain("cut.csv");
        assertThat(cli.run("rejects", "--dismissed", "--format", "csv").out())
                .startsWith("export,file,feed,dismissed_at,dismissed_by,dismissed_because,parked_because\n"
                        + "1,TEMP/cut.csv,workstation,2025-04-21 08:00:00,")
                .contains(",cut off,\"1 of 1 rows were rejected, ");
        assertThat(cli.run("rejects").out()).doesNotContain("soon");
        assertThat(cli.run("status").out()).doesNotContain("Parked").doesNotContain("rejects --parked");
        assertThat(cli.run("--json", "runs").out()).contains("\"dismiss\"", "cut off");
    }

    @Test
    void itsAlertClears() {
        cli.run("alert");
        assertThat(cli.run("alerts").out()).contains("cut.csv was parked");
        cli.run("dismiss", "1", "--reason", "cut off");
        cli.run("alert");
        assertThat(cli.run("alerts").out()).doesNotContain("cut.csv was parked");
    }

    @Test
    void noCheckComplains() {
        cli.run("dismiss", "1", "--reason", "cut off");
        assertThat(cli.run("check", "archive").exitCode()).isZero();
        assertThat(cli.run("check", "counts").exitCode()).isZero();
        assertThat(cli.run("doctor").out()).doesNotContain("in neither the ledger nor the receipts");
    }

    /** Before, the archive was said to have exports that nobody knew, and to load them again was advised. */
    @Test
    void neitherDoesOneAfterAWipe() {
        cli.run("wipe", "--all", "--yes");
        assertThat(cli.run("check", "archive").out()).doesNotContain("not in the ledger");
        assertThat(cli.run("doctor").out()).doesNotContain("in neither the ledger nor the receipts");
    }

    @Test
    void words() {
        assertThat(cli.run("dismiss", "1").err()).contains("--reason");
        assertThat(cli.run("dismiss", "1", "--reason", " "))
                .isEqualTo(new Ran(2, "", "yieldline: give a reason: why the exports need not be loaded\n"));
        assertThat(cli.run("dismiss", "7", "--reason", "x"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                "yieldline: there is no export 7; parked ones are listed by: yieldline --home TEMP/plant rejects --parked\n"));
        cli.run("ingest", TinyExport.write(temp).toString());
        assertThat(cli.run("dismiss", "2", "--reason", "x"))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "yieldline: TEMP/workstation.csv is not parked, so it cannot be dismissed; parked ones are"
                                + " listed by: yieldline --home TEMP/plant rejects --parked\n"));
        assertThat(cli.run("rejects", "--parked", "--dismissed").err())
                .isEqualTo("yieldline: write only one of --parked, --dismissed and --outdated\n");
    }
}
