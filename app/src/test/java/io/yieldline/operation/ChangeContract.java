package io.yieldline.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.ExitCode;
import io.yieldline.TinyExport;
import io.yieldline.UserError;
import io.yieldline.backup.Again;
import io.yieldline.ingest.ExportReport;
import io.yieldline.operation.change.Changed;
import io.yieldline.operation.change.CleanOperation;
import io.yieldline.operation.change.Freed;
import io.yieldline.operation.change.PurgeOperation;
import io.yieldline.operation.change.RebuildOperation;
import io.yieldline.operation.change.RestoreOperation;
import io.yieldline.operation.change.Vanishing;
import io.yieldline.operation.change.WipeOperation;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.TableSum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What takes data away does what it said it would, and can be undone, on every engine. */
abstract class ChangeContract extends RecoverySuite {
    ChangeContract(Engine engine) {
        super(engine);
    }

    @Test
    void wipeOfAllAndUndo() {
        Map<String, TableSum> before = plant.sums();

        Changed wiped = wipe();

        assertThat(plant.number("select count(*) from export")).isZero();
        assertThat(plant.number("select count(*) from workstation_master_log")).isZero();
        assertThat(plant.marts().values()).allMatch(List::isEmpty);
        assertThat(plant.load(List.of()).exports()).isEmpty();
        assertThat(plant.lines("select undone_by from recovery")).containsExactly("");

        undo(run(wiped));

        assertThat(plant.sums()).isEqualTo(before);
        assertThat(plant.lines("select run_id, undone_by from recovery"))
                .containsExactly(wiped.run() + "," + (run(wiped) + 2));
        assertThat(plant.load(List.of()).exports()).isEmpty();
        assertThat(plant.load(exports.get(0)).outcome()).isEqualTo(ExportReport.Outcome.KNOWN);
    }

    @Test
    void undoKeepsWhatWasLoadedSince() {
        Changed wiped = wipe("testboard_master_log");
        plant.load(last());
        plant.refresh();

        undo(run(wiped));

        try (TestPlant clean = TestPlant.on(engine, folder.resolve("clean"))) {
            clean.load(exports);
            clean.refresh();
            assertThat(plant.marts()).isEqualTo(clean.marts());
            assertThat(plant.content("testboard_master_log")).isEqualTo(clean.content("testboard_master_log"));
        }
    }

    @Test
    void wipedExportsCanBeLoadedAgain() {
        Map<String, List<String>> marts = plant.marts();
        List<String> log = plant.content("testboard_master_log");
        wipe("testboard");
        assertThat(plant.number("select count(*) from testboard_master_log")).isZero();
        assertThat(plant.number("select count(*) from workstation_master_log")).isPositive();
        assertThat(check("counts").exitCode()).isEqualTo(ExitCode.DONE);

        plant.load(exports.subList(0, exports.size() - 1));
        plant.refresh();

        assertThat(plant.marts()).isEqualTo(marts);
        assertThat(plant.content("testboard_master_log")).isEqualTo(log);
    }

    @Test
    void aWipedMartIsEmptyAndStale() {
        Map<String, List<String>> marts = plant.marts();

        Changed wiped = wipe("packing_daily");

        assertThat(wiped.effects()).extracting(effect -> effect.table()).containsExactly("packing_daily");
        assertThat(plant.number("select count(*) from packing_daily")).isZero();
        plant.refresh();
        assertThat(plant.marts()).isEqualTo(marts);
    }

    @Test
    void anUnknownTableIsRefused() {
        assertThatThrownBy(() -> wipe("orders"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("unknown table \"orders\"; valid values: workstation_master_log, ");
    }

    @Test
    void aDryRunChangesNothingAndTellsTheTruth() {
        String backup = backup().backup();
        plant.load(last());
        plant.refresh();
        Map<String, TableSum> before = plant.sums();
        Changed wipe = plant.ask(new WipeOperation(), new WipeOperation.Parameters(List.of("snfn"), false, true));
        Changed purge = plant.ask(new PurgeOperation(), new PurgeOperation.Parameters(2, true));
        Changed restore = plant.ask(new RestoreOperation(), new RestoreOperation.Parameters(backup, null, true));

        assertThat(plant.sums()).isEqualTo(before);
        assertThat(restore.effects()).isNotEmpty();
        assertThat(plant.run(new PurgeOperation(), new PurgeOperation.Parameters(2, false))
                        .effects())
                .isEqualTo(purge.effects())
                .isNotEmpty();
        restore(backup);
        assertThat(wipe("snfn").effects()).isEqualTo(wipe.effects()).isNotEmpty();
    }

    /** Today is in June: with two months kept what was before April goes. */
    @Test
    void purgeTakesOldMonthsAndKeepsThemOut() {
        Map<String, TableSum> before = plant.sums();
        Changed purged = plant.run(new PurgeOperation(), new PurgeOperation.Parameters(2, false));
        assertThat(plant.lines("select min(day) from workstation_master_log")).containsExactly("2025-04-01");
        assertThat(plant.number("select sum(purged_count) from export")).isPositive();
        Freed freed = Objects.requireNonNull(purged.freed());
        assertThat(freed.bytesAfter()).isPositive().isLessThanOrEqualTo(freed.bytesBefore());
        assertThat(plant.notes())
                .endsWith(
                        "taking a backup before the purge of what is before 2025-04-01",
                        "making the purge of what is before 2025-04-01, and refreshing the marts",
                        "giving the space back to the disk");
        assertThat(check("counts").exitCode()).isEqualTo(ExitCode.DONE);

        ExportReport late = plant.load(TinyExport.write(
                folder.resolve("late.csv"),
                TinyExport.row("1724001", "FI", "2025-03-31 08:05:00", "Pass"),
                TinyExport.row("1724001", "FI", "2025-04-01 08:05:00", "Pass")));
        assertThat(List.of(
                        late.counts().rows(),
                        late.counts().added(),
                        late.counts().purged()))
                .containsExactly(2L, 1L, 1L);
        plant.refresh();
        assertThat(check("counts").exitCode()).isEqualTo(ExitCode.DONE);
        Map<String, List<String>> marts = plant.marts();

        plant.run(new RebuildOperation(), new RebuildOperation.Parameters());
        assertThat(plant.marts()).isEqualTo(marts);
        assertThat(check("counts").exitCode()).isEqualTo(ExitCode.DONE);

        undo(run(purged));
        assertThat(plant.lines("select min(day) from workstation_master_log")).containsExactly("2025-03-24");
        assertThat(plant.sums().get("testboard_master_log")).isEqualTo(before.get("testboard_master_log"));
        assertThat(plant.number("select count(*) from workstation_master_log where serial_number = '1724001'"))
                .isEqualTo(2);
    }

    @Test
    void rebuildGivesTheSameFromTheArchive() {
        plant.load(parked());
        Map<String, TableSum> before = plant.sums();
        List<String> ledger = plant.lines("select id, sha256, status from export order by id");
        Map<String, List<String>> marts = plant.marts();

        RebuildOperation.Done done = plant.run(new RebuildOperation(), new RebuildOperation.Parameters());

        assertThat(done.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(plant.marts()).isEqualTo(marts);
        for (String table : List.of("workstation_master_log", "testboard_history", "sighting", "rejected_row")) {
            assertThat(plant.sums().get(table)).as(table).isEqualTo(before.get(table));
        }
        assertThat(plant.lines("select id, sha256, status from export order by id"))
                .isEqualTo(ledger);

        undo(Objects.requireNonNull(done.run()));
        assertThat(plant.sums()).isEqualTo(before);
    }

    /** The database of another plant, or a home that lost its archive. */
    @Test
    void rebuildThatLosesRecordsIsRefusedUnlessMeant() throws IOException {
        Map<String, TableSum> before = plant.sums();
        Path archive = plant.home().archive();
        Files.move(archive, folder.resolve("lost"));
        Files.move(plant.home().receipts(engine.label().toLowerCase(Locale.ROOT)), folder.resolve("receipts"));
        long testboard = plant.number("select count(*) from testboard_master_log");
        long workstation = plant.number("select count(*) from workstation_master_log");

        assertThatThrownBy(() -> plant.run(new RebuildOperation(), new RebuildOperation.Parameters()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(String.format(
                        Locale.ROOT,
                        "%1$,d of %1$,d records of workstation, %2$,d of %2$,d records of testboard",
                        workstation,
                        testboard))
                .hasMessageEndingWith("because their exports are in neither archive nor receipts; nothing was changed;"
                        + " load the exports first, or, if the loss is meant, add --yes --reason TEXT");
        assertThat(plant.sums()).isEqualTo(before);
        RebuildOperation.Done dry = plant.ask(new RebuildOperation(), new RebuildOperation.Parameters(true, false));
        assertThat(dry.vanishing()).contains(new Vanishing("testboard", testboard, testboard));
        assertThat(plant.sums()).isEqualTo(before);

        RebuildOperation.Done meant = plant.run(new RebuildOperation(), new RebuildOperation.Parameters(false, true));
        assertThat(plant.number("select count(*) from testboard_master_log")).isZero();
        undo(Objects.requireNonNull(meant.run()));
        assertThat(plant.sums()).isEqualTo(before);
    }

    @Test
    void cleanDuplicatesKeepsOneOfEach() {
        Map<String, TableSum> before = plant.sums();
        spoil(dropKey());
        spoil("insert into workstation_master_log select * from workstation_master_log where station = 'FI'");
        assertThat(check("duplicates").exitCode()).isEqualTo(ExitCode.CHECK_FAILED);

        Changed cleaned = clean(CleanOperation.What.DUPLICATES);

        assertThat(cleaned.effects()).hasSize(1);
        assertThat(check("duplicates", "counts").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(plant.sums().get("workstation_master_log")).isEqualTo(before.get("workstation_master_log"));
        assertThat(clean(CleanOperation.What.DUPLICATES))
                .isEqualTo(new Changed(
                        "removal of 0 duplicates",
                        List.of(),
                        false,
                        List.of(),
                        Again.NOTHING,
                        null,
                        null,
                        null,
                        List.of()));
    }

    @Test
    void cleanSchemaMakesAnewWhatWasAltered() {
        Map<String, List<String>> marts = plant.marts();
        List<String> log = plant.content("testboard_master_log");
        spoil("create table notes (remark text)");
        spoil("drop view etl_v2.packing_daily_summary");
        spoil("drop table packing_daily cascade");
        spoil("drop table rejected_row");
        spoil("alter table testboard_history drop column fixture");
        assertThat(check("schema").exitCode()).isEqualTo(ExitCode.CHECK_FAILED);

        Changed cleaned = clean(CleanOperation.What.SCHEMA);

        assertThat(cleaned.what())
                .contains("packing_daily")
                .contains("rejected_row")
                .contains("testboard_history");
        assertThat(check("schema", "counts", "duplicates").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(plant.marts()).isEqualTo(marts);
        assertThat(plant.content("testboard_master_log")).isEqualTo(log);
        assertThat(plant.number("select count(*) from notes")).isZero();
    }

    @Test
    void cleanSchemaOfAFeedLeavesTheOthersAlone() {
        Map<String, TableSum> before = plant.sums();
        spoil("alter table testboard_history drop column fixture");

        clean(CleanOperation.What.SCHEMA);

        assertThat(check("schema", "counts").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(plant.sums().get("workstation_master_log")).isEqualTo(before.get("workstation_master_log"));
    }

    private Path parked() {
        return TinyExport.write(folder.resolve("parked.csv"), TinyExport.row("", "FI", "2025-04-01 08:05:00", "Pass"));
    }

    private Changed clean(CleanOperation.What what) {
        return plant.run(new CleanOperation(), new CleanOperation.Parameters(what, false));
    }

    private void spoil(String statement) {
        plant.warehouse().writeAll(session -> session.execute(statement));
    }

    private static long run(Changed changed) {
        Long run = changed.run();
        return run == null ? 0 : run;
    }
}
