package io.yieldline.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.TinyExport;
import io.yieldline.UserError;
import io.yieldline.demo.DemoPlant;
import io.yieldline.demo.DemoSettings;
import io.yieldline.mart.Marts;
import io.yieldline.operation.change.PurgeOperation;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks into an export, a unit and a day, on the engine that a subclass names. */
abstract class DebugContract extends DebugSuite {
    DebugContract(Engine engine) {
        super(engine);
    }

    @Test
    void compareSaysWhatALoadThenDoes() {
        plant.load(TinyExport.write(folder));
        DebugResult answer = look().compare(changed());

        assertThat(answer.summary())
                .isEqualTo(
                        "5 rows of feed workstation: 2 new, 1 identical, 1 revised, 0 outdated, 1 repeated, 0 rejected,"
                                + " 3 known records not in it");
        assertThat(lines(answer, "Changed columns"))
                .containsExactly("revised,3,1724002,FI,2025-04-15 08:15:00,status,Fail,Pass,1,3");
        assertThat(lines(answer, "Known records in its time range that it does not contain"))
                .containsExactly(
                        "1724002,FI,2025-04-15 09:15:00,2025-04-15 09:15:00,1,workstation.csv,4",
                        "1724001,PACKING,2025-04-16 10:01:00,2025-04-16 10:01:00,1,workstation.csv,5",
                        "1724002,PACKING,2025-04-19 10:01:00,2025-04-19 10:01:00,1,workstation.csv,6");

        assertThat(plant.load(changed()).counts().added()).isEqualTo(2);
        assertThat(plant.number("select count(*) from workstation_history")).isEqualTo(1);
        assertThat(plant.number("select count(*) from sighting")).isEqualTo(2);
    }

    @Test
    void compareSaysThatTheBytesAreLoaded() throws IOException {
        Path export = TinyExport.write(folder);
        plant.load(export);
        Path other = Files.copy(export, folder.resolve("another name.csv"));
        assertThat(look().compare(other).summary())
                .isEqualTo(
                        "5 rows of feed workstation: 0 new, 5 identical, 0 revised, 0 outdated, 0 repeated, 0 rejected,"
                                + " 0 known records not in it; its bytes are already loaded as export 1: ingest would skip it");
    }

    @Test
    void recordFindsASerialNumberWithoutCaseOrSpaces() {
        plant.load(TinyExport.write(
                folder.resolve("letters.csv"),
                TinyExport.row("SNab1", "FI", "2025-04-15 08:05:00", "Pass"),
                TinyExport.row("snab1", "FI", "2025-04-15 08:15:00", "Pass"),
                TinyExport.row("SNab1", "PACKING", "2025-04-15 09:15:00", "Pass")));
        plant.refresh();
        UnitHistory look = new UnitHistory(plant.warehouse(), Marts.builtIn());
        assertThat(look.journey(" snab1 ").summary()).isEqualTo("snab1: 1 record from 2025-04-15 to 2025-04-15");
        assertThat(look.journey("SNAB1\n").summary()).isEqualTo("SNab1: 2 records from 2025-04-15 to 2025-04-15");
        assertThat(look.journey("none").summary()).isEqualTo("none: no records");
    }

    @Test
    void compareOfDemoExportsIsWhatTheirLoadsReport() {
        for (Path export : DemoPlant.generate(new DemoSettings(LocalDate.of(2025, 3, 3), 7, 100, 3))
                .writeTo(folder.resolve("exports"))) {
            String expected;
            try {
                expected = look().dedup(export, false).summary();
            } catch (UserError parked) {
                continue;
            }
            var report = plant.load(export);
            if (report.reason() == null) {
                assertThat(expected)
                        .as(export.toString())
                        .contains(": "
                                + String.format(
                                        Locale.ROOT, "%,d", report.counts().added()) + " new, ")
                        .contains(", " + report.counts().rejected() + " rejected; ");
            }
        }
    }

    @Test
    void recordMergesTheLogsIntoOneJourney() throws IOException {
        plant.load(TinyExport.write(folder));
        plant.load(Files.writeString(folder.resolve("testboard.csv"), """
                SN,PN,Model,Work station process,Workstation Name,History station start time,History station end time,\
                History station passing status,Failure reasons,Fixture No
                1724002,692-1,Tesla SXM4,FINAL,BIT,2025-04-15 20:45:00,2025-04-15 20:50:30,Pass,,NV-1
                """));
        plant.refresh();
        DebugResult answer = new UnitHistory(plant.warehouse(), Marts.builtIn()).journey("1724002");

        assertThat(answer.summary()).isEqualTo("1724002: 4 records from 2025-04-15 to 2025-04-19");
        assertThat(lines(answer, "Journey, in plant time").stream()
                        .map(line -> line.replaceAll(",(Pass|Fail|,).*", "")))
                .containsExactly(
                        "workstation,FI,2025-04-15 08:15:00,2025-04-15 08:15:00,0.0",
                        "testboard,BIT,2025-04-15 08:45:00,2025-04-15 08:50:30,5.5,30.0",
                        "workstation,FI,2025-04-15 09:15:00,2025-04-15 09:15:00,0.0,24.5",
                        "workstation,PACKING,2025-04-19 10:01:00,2025-04-19 10:01:00,0.0,5806.0");
        assertThat(lines(answer, "Runs of a unit at a station"))
                .containsExactly("1724002,Tesla SXM4,FI,2025-04-15,2,2");
    }

    @Test
    void recordsOfOneMomentComeInTheOrderOfTheirFile() {
        plant.load(TinyExport.write(
                folder.resolve("moment.csv"),
                Stream.of("VI2", "FI", "ASSY2", "FQC", "PACKING", "TEST")
                        .map(station -> TinyExport.row("1724003", station, "2025-04-15 08:05:00", "Pass"))
                        .toArray(String[]::new)));
        plant.refresh();
        assertThat(lines(
                                new UnitHistory(plant.warehouse(), Marts.builtIn()).journey("1724003"),
                                "Journey, in plant time")
                        .stream()
                        .map(line -> line.split(",")[1]))
                .containsExactly("VI2", "FI", "ASSY2", "FQC", "PACKING", "TEST");
    }

    @Test
    void aPurgedDayCountedAnewIsEmptyAsTheMartsSay() {
        plant.load(TinyExport.write(folder));
        plant.refresh();
        plant.run(new PurgeOperation(), new PurgeOperation.Parameters(1, false));
        DebugResult answer = recount(LocalDate.of(2025, 4, 15));
        assertThat(answer.summary())
                .isEqualTo("2025-04-15, recounted from 1 archived export (records before 2025-05-01 were purged):"
                        + " the marts agree");
        assertThat(answer.right()).isTrue();
    }

    @Test
    void aDayCountedAnewIsWhatTheMartsSay() {
        plant.load(DemoPlant.generate(new DemoSettings(LocalDate.of(2025, 3, 3), 7, 100, 3))
                .writeTo(folder.resolve("exports")));
        plant.refresh();
        for (LocalDate day :
                LocalDate.of(2025, 3, 3).datesUntil(LocalDate.of(2025, 3, 10)).toList()) {
            DebugResult answer = recount(day);
            assertThat(lines(answer, "Different cells")).as(day.toString()).isEmpty();
            assertThat(answer.right()).isTrue();
        }

        plant.warehouse()
                .writeAll(session -> session.execute(
                        "update station_hourly set total = total + 1 where day = date '2025-03-05' and hour = 10"));
        assertThat(recount(LocalDate.of(2025, 3, 5)).right()).isFalse();
        assertThat(lines(recount(LocalDate.of(2025, 3, 5)), "Different cells"))
                .allMatch(line -> line.startsWith("station_hourly,day 2025-03-05, hour 10, station "))
                .isNotEmpty();
    }

    @Test
    void whatIsNoExport() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> look().compare(file))
                .isInstanceOf(UserError.class)
                .hasMessage(file
                        + ": no row is the header of a known feed; for the columns of each feed, see: yieldline feeds");
    }
}
