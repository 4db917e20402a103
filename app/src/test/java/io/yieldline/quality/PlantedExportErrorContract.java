package io.yieldline.quality;

import static io.yieldline.quality.Finding.error;
import static io.yieldline.quality.Finding.warn;
import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.warehouse.Engine;
import io.yieldline.yaml.ResourceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An error in the exports of six good weeks is found, and named by its row: days and exports that are missing, rejected or against each other. */
abstract class PlantedExportErrorContract extends PlantedErrorSuite {
    PlantedExportErrorContract(Engine engine) {
        super(engine);
    }

    @Test
    void tooFewAndTooManyRecordsOfAWeekday() {
        plant.change("delete from workstation_master_log where day = date '2025-04-17' and serial_number > '17107029'");
        plant.change("delete from workstation_master_log where day = date '2025-04-16' and serial_number > '17106028'");
        assertThat(plant.check("weekday_counts").findings())
                .containsExactly(warn("feed workstation has 29 records on 2025-04-16 (WED), too few: usual are 60;"
                        + " export that day again, or add it under closed_days"));
        plant.load(more(IntStream.range(0, 61)
                .mapToObj(unit -> TinyExport.row("99" + unit, "FI", "2025-04-15 08:05:00", "Pass"))
                .toArray(String[]::new)));
        assertThat(plant.check("weekday_counts").findings())
                .contains(warn("feed workstation has 121 records on 2025-04-15 (TUE), too many: usual are 60;"
                        + " export that day again, or add it under closed_days"));
    }

    @Test
    void theDayUnderTestHasNoSayInWhatIsUsual() {
        plant.change("delete from workstation_master_log where week < '2025-W15'");
        assertThat(plant.check("weekday_counts").details().rows()).noneMatch(row -> "workstation".equals(row.get(0)));
    }

    @Test
    void absenceIsClassified() {
        plant.change("delete from workstation_master_log where day > date '2025-04-15'");
        assertThat(arrivals("workstation"))
                .containsExactly(
                        "2025-04-14 arrived",
                        "2025-04-15 arrived",
                        "2025-04-16 real zero",
                        "2025-04-17 real zero",
                        "2025-04-18 real zero",
                        "2025-04-19 plant closed",
                        "2025-04-20 plant closed");
        plant.change("update export set last_day = date '2025-04-15' where id = 1");
        plant.set("closed_days: []", "closed_days: [2025-04-16]");
        assertThat(arrivals("workstation").subList(2, 5))
                .containsExactly("2025-04-16 plant closed", "2025-04-17 missing", "2025-04-18 not due");
        plant.at("2025-04-21T16:00:00Z");
        assertThat(arrivals("workstation").subList(2, 5))
                .containsExactly("2025-04-16 plant closed", "2025-04-17 missing", "2025-04-18 late");
        assertThat(plant.check("arrivals").findings())
                .containsExactly(
                        warn("feed workstation is missing for 2025-04-17; export them, or add them under closed_days"
                                + " in yieldline.yaml"),
                        warn("feed workstation is late for 2025-04-18; export them today"));
    }

    @Test
    void noneOfAFewIsNothingUnusual() {
        plant.change("delete from workstation_master_log where substr(serial_number, 6) > '018'");
        plant.change("delete from workstation_master_log where day > date '2025-04-16'");
        plant.change("update export set last_day = date '2025-04-16' where id = 1");
        assertThat(arrivals("workstation").subList(2, 5))
                .containsExactly("2025-04-16 arrived", "2025-04-17 rare", "2025-04-18 rare");
    }

    @Test
    void shortExports() {
        plant.change("delete from workstation_master_log where day = date '2025-04-18' and serial_number > '17108013'");
        assertThat(plant.check("arrivals").findings())
                .containsExactly(
                        warn(
                                "feed workstation is short for 2025-04-18; export these days again, because the exports were incomplete"));
    }

    @Test
    void rejectedRows() {
        IntStream.range(0, 4)
                .forEach(row -> plant.change(
                        "insert into rejected_row values (1, " + row + ", 'station', null, 'blank', '[]')"));
        assertThat(plant.check("rejected_rows").findings())
                .containsExactly(
                        warn(
                                "4 of 3,600; show the reasons with: yieldline rejects; correct them in the MES and export them again"));
        plant.change("delete from rejected_row where row_number > 0");
        assertThat(plant.check("rejected_rows"))
                .returns(List.of(), CheckReport::findings)
                .returns(1L, CheckReport::failing);
    }

    @Test
    void exportsThatTheArchiveHasLost() throws IOException {
        String hash = plant.text("select sha256 from export where id = 1");
        Path archived = plant.home().archive().resolve(hash.substring(0, 2)).resolve(hash);
        Path stray = archived.resolveSibling("0".repeat(64));
        Files.move(archived, stray);
        assertThat(plant.check("archive").findings())
                .containsExactly(
                        error("export 1 (" + plant.file("production.csv")
                                + ") is not in the archive; restore the archive"
                                + " from a backup, or copy the export there again with: yieldline ingest"),
                        warn("the archive has " + "0".repeat(64)
                                + ", which is not in the ledger; load it with: yieldline"
                                + " ingest "
                                + plant.home().archive().resolve("00").resolve("0".repeat(64))));
    }

    @Test
    void rowsOfOneExportThatContradictEachOther() {
        plant.load(more(
                TinyExport.row("1724001", "FI", "2025-04-18 08:05:00", "Fail"),
                TinyExport.row("1724001", "FI", "2025-04-18 08:05:00", "Pass"),
                TinyExport.row("1724002", "FI", "2025-04-18 08:06:00", "Pass"),
                TinyExport.row("1724002", "FI", "2025-04-18 08:06:00", "Pass")));
        CheckReport report = plant.check("contradictions");
        assertThat(report.findings())
                .containsExactly(
                        warn("workstation: 2 of 1,803; these rows share serial number, station, start and end but"
                                + " differ, and only the last one counts; list both with: yieldline rejects --outdated; correct them in"
                                + " the MES, or export times with seconds or a run number"));
        assertThat(report.details().rows())
                .extracting(row -> row.get(1) + " " + row.get(5) + ", row " + row.get(7))
                .containsExactly("1724001 counts, row 3", "1724001 does not count, row 2");

        plant.load(TinyExport.write(
                temp.resolve("corrected.csv"), TinyExport.row("1724001", "FI", "2025-04-18 08:05:00", "Fail")));
        assertThat(plant.check("contradictions").findings())
                .as("a newer export with one of them resolves it")
                .isEmpty();
    }

    /** Row 2 is whole by chance; rows 4 and 6 show one event; of 7 and 8 neither has seconds. */
    @Test
    void recordsThatRepeatAnotherWithoutItsSeconds() {
        plant.load(more(
                times("1724001", "2025-04-18 08:00:00", "2025-04-18 08:05:00"),
                times("1724001", "2025-04-18 08:00:10", "2025-04-18 08:06:00"),
                times("1724002", "2025-04-18 08:00:00", "2025-04-18 08:05:00"),
                times("1724003", "2025-04-18 08:00:10", "2025-04-18 08:05:09"),
                times("1724002", "2025-04-18 08:00:17", "2025-04-18 08:05:59"),
                times("1724004", "2025-04-18 08:00:00", "2025-04-18 08:05:00"),
                times("1724004", "2025-04-18 08:00:00", "2025-04-18 08:06:00")));
        CheckReport report = plant.check("minute_twins");
        assertThat(report.findings())
                .containsExactly(
                        warn("workstation: 1 of 1,807; each of these rows counts beside the one it repeats; list both"
                                + " with: yieldline check minute_twins --details; load exports as the MES wrote them,"
                                + " because a spreadsheet program that saves them drops the seconds"));
        assertThat(report.details().rows())
                .extracting(row -> row.get(1) + " row " + row.get(6) + " repeats row " + row.get(10))
                .containsExactly("1724002 row 4 repeats row 6");
    }

    @Test
    void aVersionThatLost_althoughTheNameOfItsFileIsNewer() {
        plant.at("2025-04-21T12:00:00Z");
        plant.load(TinyExport.write(
                temp.resolve("2025-04-19.csv"), TinyExport.row("1724001", "FI", "2025-04-18 08:05:00", "Pass")));
        assertThat(plant.check("outdated").findings()).isEmpty();
        plant.at("2025-04-21T13:00:00Z");
        plant.load(TinyExport.write(
                temp.resolve("2025-04-18.csv"), TinyExport.row("1724001", "FI", "2025-04-18 08:05:00", "Fail")));
        assertThat(plant.check("outdated").findings())
                .containsExactly(
                        warn("workstation: 1 version does not count although the name of the file has a later date than"
                                + " that of the version that counts; first: " + temp.resolve("2025-04-19.csv")
                                + ", row 2, against "
                                + temp.resolve("2025-04-18.csv")
                                + ", row 2; compare them with: yieldline rejects --outdated; export the"
                                + " right version again"));
        assertThat(plant.check("outdated").details().rows().get(0)).contains("newer_name", "1724001");
    }

    @Test
    void aVersionThatLost_althoughBothExportsHaveTheSameTime() {
        plant.load(more(TinyExport.row("1724001", "FI", "2025-04-18 08:05:00", "Pass")));
        plant.load(TinyExport.write(
                temp.resolve("other.csv"), TinyExport.row("1724001", "FI", "2025-04-18 08:05:00", "Fail")));
        assertThat(plant.check("outdated").findings())
                .containsExactly(warn(
                        "workstation: 1 version does not count although nothing says that the version that counts is"
                                + " newer: both exports have the same time; first: " + temp.resolve("more.csv")
                                + ", row 2, against "
                                + temp.resolve("other.csv")
                                + ", row 2; compare them with: yieldline rejects --outdated; export the"
                                + " right version again"));
    }

    @Test
    void aFeedThatChangedSinceItsExportsWereLoaded() {
        String feed = ResourceFolder.text(io.yieldline.feed.Feed.class, "testboard.yaml");
        plant.define(plant.home().feeds(), "testboard.yaml", feed.replace("zone: Asia/Shanghai", "zone: plant"));
        assertThat(plant.check("schema").findings())
                .containsExactly(
                        error("feed testboard changed since 1 export was loaded (before: zone Asia/Shanghai converted"
                                + " to America/New_York; now: zone America/New_York); load all exports again with: yieldline rebuild; or"
                                + " change the feed, the zone or convert_zones back"));
        plant.define(plant.home().feeds(), "testboard.yaml", feed + "  shift: {header: [Shift]}\n");
        assertThat(plant.check("schema").findings())
                .contains(warn(
                        "feed testboard changed since 1 export was loaded (before: nothing else; now: column shift text"
                                + " content); load all exports again with: yieldline rebuild; or change the feed, the zone or"
                                + " convert_zones back"));
    }

    private List<String> arrivals(String feed) {
        return plant.check("arrivals").details().rows().stream()
                .filter(row -> feed.equals(row.get(0)))
                .map(row -> row.get(1) + " " + row.get(5))
                .toList();
    }
}
