package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parked exports that are tried again after what parked them was changed. */
class RetryCommandTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void init() {
        cli = new Cli(temp.resolve("plant"));
        cli.run("init");
    }

    @Test
    void nothingIsParked() {
        assertThat(cli.run("retry")).isEqualTo(new Ran(0, "no exports to load.\n", "no export is parked\n"));
    }

    @Test
    void anotherThreshold_loadsWhatWasParked() throws IOException {
        parkHalf();
        Path settings = temp.resolve("plant/yieldline.yaml");
        Files.writeString(settings, Files.readString(settings).replace("_percent: 5", "_percent: 50"));

        Ran ran = cli.run("retry", "1");

        String out = ran.out().replaceAll("[0-9]+ (marts|days)", "N $1");
        assertThat(new Ran(ran.exitCode(), out, ran.err())).isEqualTo(new Ran(0, """
                  TEMP/half.csv: rejected row 3: History station start time "soon" is not a valid timestamp; write it as 2025-04-15 13:45:00
                1 export loaded, 0 known, 0 parked: 2 rows, 1 new, 0 duplicate, 0 revised, 1 rejected; \
                N marts rebuilt, N days or weeks.
                """, """
                [1/1] TEMP/half.csv: workstation, 2 rows: 1 new, 0 duplicate, 0 revised, 1 rejected; 2025-04-15; N s
                """));
        assertThat(cli.run("rejects", "--parked").out()).doesNotContain("half.csv");
        assertThat(cli.run("runs").out()).contains("retry");
    }

    @Test
    void anotherFeed_loadsWhatWasNone() throws IOException {
        Path export = temp.resolve("washing.csv");
        Files.writeString(export, "Unit,Bath,Washed at\n1,2,2025-04-15 08:00:00\n");
        assertThat(cli.run("ingest", export.toString()).exitCode()).isEqualTo(1);
        Files.delete(export);
        Files.writeString(Files.createDirectories(temp.resolve("plant/feeds")).resolve("washing.yaml"), """
                feed: washing
                title: Washing
                zone: plant
                columns:
                  serial_number: {header: [Unit], required: value, use: identity, clean: letters_and_digits}
                  station: {header: [Bath], required: value, use: identity}
                  started_at: {header: [Begun], type: timestamp, use: identity, when_blank: ended_at}
                  ended_at: {header: [Washed at], type: timestamp, required: value, use: identity}
                """);

        Ran ran = cli.run("retry");

        assertThat(ran.out()).as(ran.err()).startsWith("1 export loaded, 0 known, 0 parked: 1 row, 1 new");
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void nothingChanged_parksAgain() throws IOException {
        parkHalf();

        Ran ran = cli.run("retry");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith("TEMP/half.csv: parked: 1 of 2 rows were rejected, more than the threshold of 5 %; first:");
    }

    /** What cannot be read is not parked, and is not called so. */
    @Test
    void bytesThatAreGone_failAndAreNotParkedAgain() throws IOException {
        parkHalf();
        try (Stream<Path> archive = Files.walk(temp.resolve("plant/archive"))) {
            for (Path file : archive.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }

        Ran ran = cli.run("-q", "retry");

        assertThat(ran).isEqualTo(new Ran(1, """
                TEMP/half.csv: its bytes are not in the archive; load the file again
                0 exports loaded, 0 known, 0 parked, 1 failed: 0 rows, 0 new, 0 duplicate, 0 revised, 0 rejected.
                """, ""));
    }

    @Test
    void words() {
        assertThat(cli.run("retry", "7"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                "yieldline: there is no export 7; parked ones are listed by: yieldline --home TEMP/plant rejects --parked\n"));
        assertThat(cli.run("retry", "half.csv").err())
                .isEqualTo("yieldline: \"half.csv\" is neither the number of an export nor its SHA-256;"
                        + " parked ones are listed by: yieldline --home TEMP/plant rejects --parked\n");
    }

    /** An export of which one row of two is bad; its file is gone afterwards. */
    private void parkHalf() throws IOException {
        Path export = TinyExport.write(
                temp.resolve("half.csv"),
                TinyExport.row("1", "FI", "2025-04-15 08:00:00", "Pass"),
                TinyExport.row("2", "FI", "soon", "Pass"));
        assertThat(cli.run("ingest", export.toString()).exitCode()).isEqualTo(1);
        Files.delete(export);
    }
}
