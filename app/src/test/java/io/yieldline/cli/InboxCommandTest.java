package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import io.yieldline.ingest.FullInbox;
import io.yieldline.operation.TestPlant;
import io.yieldline.plant.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taking what is ready in the inbox, by hand. */
class InboxCommandTest {
    @TempDir
    Path temp;

    private Cli cli;
    private Path inbox;

    @BeforeEach
    void init() {
        cli = new Cli(temp.resolve("plant"));
        cli.run("init", "--name", "Test");
        inbox = temp.resolve("plant/inbox");
    }

    @Test
    void anEmptyInbox() {
        assertThat(cli.run("-q", "inbox")).isEqualTo(new Ran(0, "no exports to load.\n", ""));
    }

    @Test
    void whatWasTakenAndWhatStays() throws IOException {
        TinyExport.write(inbox);
        TinyExport.write(inbox.resolve("bad.csv"), TinyExport.row("1", "FI", "soon", "Pass"));
        Files.createFile(inbox.resolve("new.xlsx"));
        Ran ran = cli.run("-q", "inbox");
        assertThat(new Ran(ran.exitCode(), counted(ran.out()), ran.err())).isEqualTo(new Ran(4, """
                Left in the inbox: new.xlsx: is empty; waiting for its content
                Moved to TEMP/plant/parked: parked exports, each with its .reason.txt
                TEMP/plant/inbox/bad.csv: parked: 1 of 1 rows were rejected, more than the threshold of 5 %; first: \
                row 2: History station start time "soon" is not a valid timestamp; write it as 2025-04-15 13:45:00
                  TEMP/plant/inbox/bad.csv: rejected row 2: History station start time "soon" is not a valid timestamp; \
                write it as 2025-04-15 13:45:00
                1 export loaded, 0 known, 1 parked: 5 rows, 5 new, 0 duplicate, 0 revised, 0 rejected; \
                N marts rebuilt, N days or weeks.
                Parked exports are in the archive; see: yieldline --home TEMP/plant rejects --parked
                """, ""));
        assertThat(inbox.resolve("new.xlsx")).exists();
        assertThat(inbox.resolve("workstation.csv")).doesNotExist();
    }

    @Test
    void aMartThatCannotFollowFailsIt() throws IOException {
        cli.run("aggregate");
        Broken.sql(temp.resolve("plant"), "alter table packing_daily drop column packed");
        TinyExport.write(inbox);

        Ran ran = cli.run("-q", "inbox");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith(
                        "packing_daily is unchanged: packing_daily.packed is missing; it should be number; repair it with:"
                                + " yieldline --home TEMP/plant clean schema\n")
                .contains("1 export loaded, 0 known, 0 parked: 5 rows, 5 new, ")
                .endsWith("; 1 mart failed.\n");
        assertThat(inbox).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbox", "daily", "weekly"})
    void everyCommandTakesItInOneWay(String command) throws IOException {
        FullInbox full = FullInbox.of(new Home(temp.resolve("plant")), Cli.CLOCK.instant(), temp);

        Ran ran = cli.run(command);

        try (TestPlant plant = TestPlant.again(temp.resolve("plant"))) {
            full.wasTaken(ran.out() + ran.err(), plant.warehouse());
        }
    }

    @Test
    void dailyTakesTheInbox() {
        TinyExport.write(inbox);
        assertThat(cli.run("-q", "daily").out()).contains("load exports            done   0.0 s  1 export loaded");
        assertThat(inbox).isEmptyDirectory();
    }

    /** However many marts there are. */
    private static String counted(String text) {
        return text.replaceAll("[0-9]+ (marts|days)", "N $1");
    }
}
