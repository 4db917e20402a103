package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.RealData;
import io.yieldline.alert.WebSink;
import io.yieldline.cli.Month.Told;
import io.yieldline.warehouse.TestPostgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month of real exports, at six in the morning, with another trouble each time. After each: what the operator is told, which
 * is one line and one command; that command; and marts that are those of a plant that never had trouble. The texts are the
 * page {@code docs/bad-month.md}. {@code -Dyieldline.damages=20} damages the database at more places.
 */
@Tag("month")
class BadMonthTest {
    private static final int DAMAGED_BYTES = 256 << 10;
    private static final int MOST_DAMAGES = 20;

    @TempDir
    Path temp;

    private final List<Path> boards = RealData.exports("testboardrecord_xlsx/April_2025");
    private final List<Path> stations = RealData.exports("workstationreport_xlsx/April_2025");
    private final Random random = new Random(12);
    private Month month;

    @Test
    void afterEachTrouble_theToldCommandMakesThePlantWhole() throws Exception {
        month = new Month(temp);
        goodDay();
        twice();
        cutOff();
        late();
        corrected();
        martDropped();
        damaged();
        engineForgotten();
        rulesBroken();
        diskNearlyFull();
        channelDown();
        killed();
        new BadMonthPage(month.told()).assertWritten();
    }

    private void goodDay() throws IOException {
        month.morning("2025-04-06");
        month.begin();
        month.arrive(stations.get(0));
        assertThat(month.cli.run("-q", "daily").exitCode()).isZero();
        assertThat(month.cli.run("-q", "backup").exitCode()).isZero();
        month.assertWhole();
    }

    private void twice() throws IOException {
        month.morning("2025-04-09");
        month.arrive(stations.get(1));
        month.put("copy of " + stations.get(0).getFileName(), Files.readAllBytes(stations.get(0)));
        month.noted("An export came a second time, under another name", "nothing to do", "daily");
        month.assertWhole();
    }

    /** Half of an export; the whole one comes an hour later. */
    private void cutOff() throws IOException {
        month.morning("2025-04-13");
        byte[] whole = Files.readAllBytes(stations.get(2));
        month.put(stations.get(2).getFileName().toString(), Arrays.copyOf(whole, whole.length / 2));
        Told told = month.told("An export was cut off; it was exported again", "Left in the inbox", "daily");
        month.later(1);
        month.arrive(stations.get(2));
        month.follow(told);
        month.assertWhole();
    }

    /** The export of the test boards of the first days comes, that of the stations does not. */
    private void late() throws IOException {
        month.morning("2025-04-16");
        month.cli.run("-q", "daily");
        month.cli.run("alert");
        Told told = month.told("An export is late; it came in the morning", "data of workstation is late", "alerts");
        month.arrive(stations.get(3), boards.get(0), boards.get(1), boards.get(2));
        month.follow(told);
        month.assertWhole();
    }

    private void corrected() throws IOException {
        month.morning("2025-04-17");
        month.arrive(
                Workbooks.changed(boards.get(1), "PHT(test-failed)", "PHT(retested)", temp.resolve("corrected.xlsx")));
        month.noted("An export came again with corrections", "corrected.xlsx: .* [1-9][0-9]* revised", "daily");
        month.assertWhole();
    }

    private void martDropped() throws IOException {
        month.morning("2025-04-18");
        Broken.sql(month.home, "drop table packing_daily");
        month.follow(month.told("A mart was dropped with a database tool", "packing_daily", "daily"));
        month.assertWhole();
    }

    /** At any place, until one hits what is in use; a part that is not, or that the day does not need, is noticed later or never. */
    private void damaged() throws IOException {
        month.morning("2025-04-20");
        month.arrive(stations.get(4));
        month.cli.run("-q", "daily");
        int noticed = 0;
        for (int i = 0; i < Integer.getInteger("yieldline.damages", 2) || noticed == 0 && i < MOST_DAMAGES; i++) {
            damage(random.nextLong(Files.size(database()) - DAMAGED_BYTES));
            Optional<Told> told =
                    month.toldByOneOf("The database file was damaged", "damaged", "daily", "backup", "doctor");
            told.ifPresent(month::follow);
            noticed += told.isPresent() ? 1 : 0;
            month.assertWhole();
        }
        assertThat(noticed).as("damages that hit something in use").isPositive();
    }

    private Path database() {
        return month.home.resolve("data/warehouse.duckdb");
    }

    private void damage(long at) throws IOException {
        byte[] garbage = new byte[DAMAGED_BYTES];
        random.nextBytes(garbage);
        try (RandomAccessFile file = new RandomAccessFile(database().toFile(), "rw")) {
            file.seek(at);
            file.write(garbage);
        }
    }

    /** A plant on PostgreSQL, chosen by a variable that the schedule does not have; the option is the same setting. */
    private void engineForgotten() throws IOException {
        Path home = temp.resolve("plant-on-postgres");
        Cli cli = new Cli(home, month);
        String database = TestPostgres.freshDatabase();
        cli.run("--database", database, "init");
        assertThat(cli.run("--database", database, "-q", "ingest", boards.get(1).toString())
                        .exitCode())
                .isZero();
        Path waiting =
                Files.copy(boards.get(2), home.resolve("inbox/" + boards.get(2).getFileName()));
        month.refused("The variable that chooses PostgreSQL was forgotten", "PostgreSQL", cli, "daily");
        assertThat(waiting).exists();
        assertThat(cli.run("--database", database, "-q", "daily").out()).contains("1 export loaded");
    }

    private void rulesBroken() throws IOException {
        month.morning("2025-04-27");
        Path rules = month.home.resolve("rules.yaml");
        String right = Files.readString(rules);
        Files.writeString(rules, right + "\nnonsense: [1\n");
        Told told = month.told("The rules got a mistake; the line was corrected", "rules.yaml", "daily");
        Files.writeString(rules, right);
        month.arrive(stations.get(5));
        month.follow(told);
        month.assertWhole();
    }

    /** The reserve stands for the disk. */
    private void diskNearlyFull() throws IOException {
        month.morning("2025-04-29");
        Path settings = month.home.resolve("yieldline.yaml");
        String right = Files.readString(settings);
        Files.writeString(settings, right.replace("reserve_megabytes: 1024", "reserve_megabytes: 99999999"));
        month.arrive(boards.get(3));
        Told told = month.told("The disk is nearly full; some space was freed", "less than the reserve", "daily");
        Files.writeString(settings, right);
        month.later(1);
        month.follow(told);
        month.assertWhole();
    }

    private void channelDown() throws IOException {
        month.morning("2025-04-30");
        try (WebSink sink = new WebSink()) {
            sink.answer = WebSink.status(503);
            Path settings = month.home.resolve("yieldline.yaml");
            Files.writeString(settings, """
                    %s
                    alerts:
                      attempts: 1
                      channels:
                        - {name: file, type: file}
                        - {name: web, type: webhook, url: "%s", allow: [127.0.0.1]}
                    """.formatted(Files.readString(settings), sink.address()));
            month.put("broken.xlsx", "no workbook".getBytes(StandardCharsets.UTF_8));
            month.cli.run("-q", "daily");
            month.cli.run("alert");
            month.cli.run("alert");
            Told told = month.told("A channel of the alerts does not answer", "channel web does not work", "alerts");
            sink.answer = WebSink.status(200);
            month.follow(told);
            month.assertWhole();
        }
    }

    /** In the middle of a load. */
    private void killed() throws Exception {
        month.morning("2025-05-01");
        month.arrive(stations.get(6));
        month.kill("daily");
        Told told = month.told("The program was killed while it loaded", "killed", "doctor", "--quick");
        month.follow(told);
        month.cli.run("-q", "daily");
        month.assertWhole();
    }
}
