package io.yieldline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.operation.change.RebuildOperation;
import io.yieldline.operation.load.DismissOperation;
import io.yieldline.operation.load.RetryOperation;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What survives the loss of the database. */
abstract class RecoveryContract extends PlantSuite {
    RecoveryContract(Engine engine) {
        super(engine);
    }

    @Test
    void lostDatabase_isLoadedAgainFromTheArchive() throws Exception {
        plant.load(xlsx("a", 10, Step.first(), Step.second()));
        plant.load(xlsx("b", 11, Step.first().with(Step.STATUS, "Fail")));
        List<String> before = plant.content("workstation_master_log");
        loseDatabase();
        List<ExportReport> reports = plant.load(List.of()).exports();

        assertThat(plant.notes())
                .containsExactly("the database lacks 2 confirmed exports; loading again from the archive");
        assertThat(reports).extracting(ExportReport::file).containsExactly(path("a"), path("b"));
        assertThat(plant.content("workstation_master_log")).isEqualTo(before);
        assertThat(plant.load(List.of()).exports()).isEmpty();
    }

    @Test
    void lostExport_isLoadedAgainWhateverItsRejectedRows() throws Exception {
        Path half = xlsx("half", 10, Step.first(), Step.second().with(Step.END, "?"));
        plant.load(List.of(half), new BigDecimal("60"));
        loseDatabase();

        assertThat(plant.load(List.of()).exports().get(0).outcome()).isEqualTo(Outcome.LOADED);
    }

    @Test
    void lostExport_thatTheArchiveHasLostToo_isReportedAndStopsNothing() throws Exception {
        ExportReport lost = plant.load(xlsx("a", 10, Step.first()));
        loseDatabase();
        Files.delete(new Archive(plant.home().archive()).path(lost.sha256()));
        List<ExportReport> reports =
                plant.load(List.of(xlsx("b", 11, Step.second()))).exports();

        assertThat(reports).extracting(ExportReport::outcome).containsExactly(Outcome.FAILED, Outcome.LOADED);
        assertThat(reports.get(0).reason())
                .isEqualTo(path("a") + ": its bytes are not in the archive; load the file again");
    }

    @Test
    void receiptThatACrashHasCut_isMovedAsideAndCostsNoOther() throws IOException {
        plant.load(xlsx("a", 10, Step.first()));
        Files.writeString(receipts(), "{\"sha256\":\"12", StandardOpenOption.APPEND);
        plant.load(xlsx("b", 11, Step.second()));

        Path aside = new ReceiptJournal(receipts()).damagedFile();
        assertThat(plant.notes())
                .containsExactly("1 line of " + receipts() + " was damaged and moved to " + aside
                        + "; the receipts were written again from the database");
        assertThat(aside).hasContent("{\"sha256\":\"12\n");
        assertThat(Files.readAllLines(receipts())).hasSize(2);
        assertThat(new ReceiptJournal(receipts()).receipts().values())
                .extracting(ReceiptJournal.Receipt::fileName)
                .containsExactly(path("a"), path("b"));
    }

    @Test
    void receiptThatACrashHasPrevented_isWrittenLater() throws IOException {
        ExportReport report = plant.load(xlsx("a", 10, Step.first()));
        Files.delete(receipts());
        plant.load(List.of());

        assertThat(new ReceiptJournal(receipts()).receipts()).containsOnlyKeys(report.sha256());
    }

    @Test
    void lostDatabase_parksAgainWhatWasParked() throws Exception {
        ExportReport parked = plant.load(xlsx("bad", 10, Step.first().with(Step.END, "?")));
        plant.load(xlsx("a", 11, Step.first()));
        loseDatabase();
        List<ExportReport> reports = plant.load(List.of()).exports();

        assertThat(plant.notes())
                .containsExactly(
                        "the database lacks 1 confirmed export; loading again from the archive",
                        "the database lacks 1 parked export; loading again from the archive");
        assertThat(reports).extracting(ExportReport::outcome).containsExactly(Outcome.LOADED, Outcome.PARKED);
        assertThat(plant.lines("select file_name, reason from export where status = 'parked'"))
                .containsExactly(path("bad") + "," + parked.reason());
        assertThat(plant.load(List.of()).exports()).isEmpty();
    }

    @Test
    void lostDatabase_knowsWhoDismissedWhatWhenAndWhy() throws Exception {
        ExportReport parked = plant.load(xlsx("bad", 10, Step.first().with(Step.END, "?")));
        plant.load(xlsx("a", 11, Step.first()));
        plant.run(
                new DismissOperation(),
                new DismissOperation.Parameters(List.of(String.valueOf(parked.exportId())), "cut off"));
        String dismissed = "select file_name, bytes, status, dismissed_at, dismissed_by, dismissed_because from export"
                + " where sha256 = '" + parked.sha256() + "'";
        List<String> before = plant.lines(dismissed);
        assertThat(before).singleElement().asString().contains(",dismissed,").endsWith(",cut off");
        loseDatabase();
        List<ExportReport> reports = plant.load(List.of()).exports();

        assertThat(reports).extracting(ExportReport::outcome).containsExactly(Outcome.LOADED);
        assertThat(plant.lines(dismissed)).isEqualTo(before);
        plant.run(new RebuildOperation(), new RebuildOperation.Parameters());
        assertThat(plant.lines(dismissed)).isEqualTo(before);
    }

    @Test
    void dismissedExport_thatIsRetriedAfterAll_isDismissedNoLonger() throws Exception {
        ExportReport parked =
                plant.load(xlsx("half", 10, Step.first(), Step.second().with(Step.END, "?")));
        plant.run(new DismissOperation(), new DismissOperation.Parameters(List.of(parked.sha256()), "cut off"));
        plant.run(new RetryOperation(), new RetryOperation.Parameters(List.of(parked.sha256())));
        loseDatabase();
        plant.load(List.of());

        assertThat(plant.lines("select status, dismissed_by, reason from export"))
                .containsExactly("parked,," + parked.reason());
    }

    @Test
    void lostDatabase_readsNoParkedExportWhoseBytesAreLostToo() throws Exception {
        ExportReport parked = plant.load(xlsx("bad", 10, Step.first().with(Step.END, "?")));
        loseDatabase();
        Files.delete(new Archive(plant.home().archive()).path(parked.sha256()));

        assertThat(plant.load(List.of()).exports()).isEmpty();
    }

    @Test
    void damagedArchive_isNotLoadedUnderItsOldReceipt() throws Exception {
        ExportReport loaded = plant.load(Step.csv(file("a.csv"), Step.first()));
        loseDatabase();
        Path archived = new Archive(plant.home().archive()).path(loaded.sha256());
        Files.delete(archived);
        Files.writeString(archived, Files.readString(file("a.csv")).replace("Pass", "Fail"));
        ExportReport again = plant.load(List.of()).exports().get(0);

        assertThat(again.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(again.reason()).endsWith("a.csv: its bytes in the archive are damaged; load the file again");
    }

    private void loseDatabase() throws IOException, SQLException {
        plant.close();
        if (engine == Engine.DUCKDB) {
            Files.delete(plant.home().database());
        } else {
            try (Connection connection = DriverManager.getConnection(plant.database())) {
                connection.createStatement().execute("drop schema yieldline, etl_v2 cascade");
            }
        }
        plant.reopen();
    }

    private String path(String name) {
        return file(name + ".xlsx").toString();
    }

    private Path receipts() {
        return plant.home().receipts(engine.label().toLowerCase(Locale.ROOT));
    }
}
