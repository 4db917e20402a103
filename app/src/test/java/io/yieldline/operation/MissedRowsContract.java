package io.yieldline.operation;

import static io.yieldline.operation.TestStore.sums;
import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.mart.OwnMartFiles;
import io.yieldline.store.Snapshot;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that a snapshot would miss, or hold twice, if it trusted what is noted of writes where that does not tell everything. */
abstract class MissedRowsContract extends StoredPlant {
    private static final String LOG = "workstation_master_log";
    private static final String HEADER =
            "SN,PN,Outbound version,Workstation Name,History station start time,History station end time,Service Flow,Model,"
                    + "History station passing status,operator";
    private static final String EXTRA_FEED = """
            feed: extra
            title: Extra
            zone: plant
            columns:
              serial_number: {header: [Extra SN], type: identifier, required: value, use: identity}
              station: {header: [Extra Station], required: value, use: identity}
              started_at: {header: [Extra Start], type: timestamp, required: column, use: identity, when_blank: ended_at}
              ended_at: {header: [Extra End], type: timestamp, required: value, use: identity}
              flow: {header: [Extra Flow]}
              model: {header: [Extra Model]}
              status: {header: [Extra Status]}
            """;
    private static final String OWN_MART = """
            -- title: Runs by day and week
            -- grain: one row per day, ISO week and station
            -- key: day, week, station
            -- from: workstation
            -- partition: %s
            -- column: day date | plant day of the end time
            -- column: week text | its ISO week
            -- column: station text | station
            -- column: total bigint | records
            select
                day,
                week,
                station,
                count(*) as total
            from workstation_master_log
            group by day, week, station
            """;

    private int exports;

    MissedRowsContract(Engine engine) {
        super(engine);
    }

    /** While the file of a feed is away, its log is a table like any other. */
    @Test
    void aFeedThatWasAway() throws IOException {
        Path feed = Files.createDirectories(plant.home().feeds()).resolve("extra.yaml");
        Path aside = folder.resolve("aside.yaml");
        Files.writeString(feed, EXTRA_FEED);
        plant.reopen();
        loadExtra("2025-01-03 10:00:01", "2025-02-03 10:00:01", "2025-03-09 10:00:01");
        assertNothingMissed();
        Files.move(feed, aside);
        plant.reopen();
        store.kept();
        Files.move(aside, feed);
        plant.reopen();
        loadExtra("2025-03-03 10:00:01");
        assertNothingMissed();
        assertThat(plant.number("select count(*) from extra_master_log")).isEqualTo(4);
    }

    /** Its rows of the last days of a year can be of a week of the next one. */
    @Test
    void aMartWithAnotherPartition() {
        OwnMartFiles.write(folder.resolve("home"), "own_days", OWN_MART.formatted("day"));
        plant.reopen();
        load("2024-12-10 10:00:01", "2024-12-30 10:00:01", "2025-02-03 10:00:01");
        plant.refresh();
        assertNothingMissed();
        OwnMartFiles.write(folder.resolve("home"), "own_days", OWN_MART.formatted("week"));
        plant.reopen();
        plant.refresh();
        assertNothingMissed();
        load("2025-03-03 10:00:01");
        plant.refresh();
        assertNothingMissed();
        assertThat(plant.number("select count(*) from own_days")).isEqualTo(4);
    }

    /** The day of the first time of the calendar can be one of the year before. */
    @Test
    void aDayBeforeTheCalendar() throws IOException {
        Path rules = plant.home().rulesFile();
        Files.writeString(
                rules, Files.readString(rules).replaceAll("(?m)^day_starts:.*\\n", "") + "\nday_starts: '06:00'\n");
        plant.reopen();
        load("2025-01-30 10:00:01", "2025-02-10 10:00:01");
        plant.refresh();
        assertNothingMissed();
        load("1000-01-01 00:30:01");
        plant.refresh();
        assertThat(plant.lines("select min(day) from " + LOG).toString()).contains("0999-12-31");
        assertNothingMissed();
    }

    /** A home of an earlier version can have such a record, and could take no snapshot, and so not remove it either. */
    @Test
    void aDayAfterTheCalendar() {
        load("2025-01-30 10:00:01", "9999-12-31 23:30:01");
        plant.refresh();
        assertNothingMissed();
        plant.warehouse().writeAll(session -> {
            session.execute(
                    "update " + LOG + " set ended_at = ended_at + interval '1' day where ended_at > date '9999-01-01'");
            session.execute(
                    "update station_yield_daily set day = ended.day from (select cast(max(ended_at) as date) as day from "
                            + LOG + ") ended where station_yield_daily.day > date '9999-01-01'");
        });
        assertNothingMissed();
        plant.warehouse().writeAll(session -> session.execute("update snapshot_base set snapshot = null"));
        assertNothingMissed();
    }

    /** PostgreSQL would round the time of the load to the next day, and it was noted as one of this day. */
    @Test
    void aLoadInTheLastMomentOfADay() {
        load("2025-01-30 10:00:01", "2025-02-10 10:00:01");
        load("2025-01-30 10:00:01", "2025-02-11 10:00:01");
        assertNothingMissed();
        load("2025-01-30 10:00:01", "2025-02-12 10:00:01");
        assertNothingMissed();
        plant.pass(Duration.between(plant.now(), Instant.parse("2025-06-08T03:59:59.999999700Z")));
        load("2025-01-30 10:00:01", "2025-02-13 10:00:01");
        assertThat(plant.lines("select max(loaded_at) from export").toString()).contains("2025-06-07 23:59:59");
        assertNothingMissed();
    }

    /** Such as those that another program wrote; PostgreSQL would have to read all rows to know how many there are. */
    @Test
    void rowsThatNobodyNoted() {
        load("2025-01-30 10:00:01", "2025-02-10 10:00:01");
        assertNothingMissed();
        load("2025-03-13 10:00:01");
        plant.warehouse().writeAll(session -> {
            session.execute("delete from " + LOG + " where ended_at < timestamp '2025-02-20 00:00:00'");
            session.execute("delete from changed_piece where table_name <> 'none'");
        });
        plant.warehouse()
                .writeAll(session -> session.execute("delete from changed_piece where table_name = '" + LOG + "'"));
        if (engine == Engine.DUCKDB) {
            assertNothingMissed();
        } else {
            Snapshot snapshot = store.published();
            assertThat(sums(snapshot)).isNotEqualTo(sums(plant.sums(), snapshot));
        }
    }

    private void assertNothingMissed() {
        Snapshot snapshot = store.published();
        assertThat(sums(snapshot)).isEqualTo(sums(plant.sums(), snapshot));
    }

    private void load(String... ends) {
        loadRows(HEADER, "1321025%06d,P,A,VI2,%s,%s,NC PG506,Tesla SXM4,Pass,Ann", ends);
    }

    private void loadExtra(String... ends) {
        loadRows(
                "Extra SN,Extra Station,Extra Start,Extra End,Extra Flow,Extra Model,Extra Status",
                "1321025%06d,VI2,%s,%s,F,M,Pass",
                ends);
    }

    private void loadRows(String header, String row, String... ends) {
        List<String> lines = new ArrayList<>(List.of(header));
        for (String end : ends) {
            lines.add(row.formatted(ends.length, end, end));
        }
        try {
            assertThat(plant.load(Files.write(folder.resolve("e" + exports++ + ".csv"), lines))
                            .counts()
                            .rejected())
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
