package io.yieldline.operation.catalogue;

import io.yieldline.operation.ask.DebugOperation;
import io.yieldline.operation.ask.ExplainOperation;
import io.yieldline.operation.ask.ExportOperation;
import io.yieldline.operation.ask.RejectsOperation;
import io.yieldline.operation.ask.RunsOperation;
import io.yieldline.operation.ask.ShowOperation;
import io.yieldline.operation.ask.StatusOperation;
import io.yieldline.operation.change.BackupOperation;
import io.yieldline.operation.change.BackupsOperation;
import io.yieldline.operation.change.CleanOperation;
import io.yieldline.operation.change.PurgeOperation;
import io.yieldline.operation.change.RebuildOperation;
import io.yieldline.operation.change.RestoreOperation;
import io.yieldline.operation.change.UndoOperation;
import io.yieldline.operation.change.VerifyBackupOperation;
import io.yieldline.operation.change.WipeOperation;
import io.yieldline.operation.load.AggregateOperation;
import io.yieldline.operation.load.InboxOperation;
import io.yieldline.operation.load.IngestOperation;
import io.yieldline.operation.load.RetryOperation;
import io.yieldline.operation.watch.AlertOperation;
import io.yieldline.operation.watch.AlertsOperation;
import io.yieldline.operation.watch.CheckOperation;
import io.yieldline.operation.watch.DoctorOperation;
import io.yieldline.operation.watch.MetricsOperation;
import io.yieldline.operation.watch.RecoverOperation;
import io.yieldline.operation.watch.ReportOperation;
import io.yieldline.operation.watch.ScheduleOperation;
import io.yieldline.operation.watch.ScoreOperation;
import java.util.List;

/** The catalogue of operations. */
public final class Operations {
    private static final List<CatalogueEntry> ALL = List.of(
            new CatalogueEntry(
                    new IngestOperation(),
                    "Load exports: files, or all exports in folders.",
                    "ingest FILE_OR_FOLDER..."),
            new CatalogueEntry(
                    new InboxOperation(), "Load the complete files in the inbox, and remove them from it.", "inbox"),
            new CatalogueEntry(
                    new RetryOperation(), "Load parked exports again from the archive.", "retry [EXPORT...]"),
            new CatalogueEntry(
                    new AggregateOperation(),
                    "Bring the marts up to date with the master logs.",
                    "aggregate [--mode recent|all] [--mart MART]"),
            new CatalogueEntry(
                    Sequences.daily(),
                    "Run the daily sequence: load exports, refresh the marts, run the checks.",
                    "daily [FILE_OR_FOLDER...]"),
            new CatalogueEntry(
                    Sequences.weekly(),
                    "Run the weekly sequence: load exports, refresh all marts, run all checks.",
                    "weekly [FILE_OR_FOLDER...]"),
            new CatalogueEntry(
                    new ScheduleOperation(),
                    "Show the scheduled jobs, their next runs and their last results.",
                    "schedule"),
            new CatalogueEntry(
                    new CheckOperation(),
                    "Run the data-quality checks; list checks and earlier results.",
                    "check [CHECK...] [--list | --history]"),
            new CatalogueEntry(
                    new ReportOperation(),
                    "Publish the report of a day or week as HTML and text.",
                    "report daily|weekly [--day DAY] | list | show REPORT"),
            new CatalogueEntry(
                    new ScoreOperation(), "Show the data-quality score: five numbers from 0 to 100.", "score"),
            new CatalogueEntry(
                    new DoctorOperation(),
                    "Diagnose the chain from export to mart, and name the first broken link.",
                    "doctor [--quick]"),
            new CatalogueEntry(
                    new RecoverOperation(),
                    "Repair what doctor finds, step by step, and diagnose again.",
                    "recover [--dry-run]"),
            new CatalogueEntry(
                    new MetricsOperation(),
                    "Show activity by day or week, or all metrics for Prometheus.",
                    "metrics [--last DAYS] [--weekly]"),
            new CatalogueEntry(
                    new StatusOperation(), "Show what is loaded, the latest records, and stale marts.", "status"),
            new CatalogueEntry(
                    new RunsOperation(), "List the latest runs with time, user, outcome and result.", "runs [RUN]"),
            new CatalogueEntry(
                    new RejectsOperation(),
                    "List rejected rows with file, row and reason, or parked exports.",
                    "rejects [--parked]"),
            new CatalogueEntry(
                    new AlertsOperation(),
                    "List open alerts and message delivery; test channels, mute alerts.",
                    "alerts [--all]"),
            new CatalogueEntry(
                    new AlertOperation(),
                    "Evaluate the alert rules and send the messages that are due; for cron.",
                    "alert"),
            new CatalogueEntry(
                    new ShowOperation(), "Show the rows of a mart or view as table, CSV or JSON.", "show MART"),
            new CatalogueEntry(
                    new ExplainOperation(),
                    "Show the records behind a number, and which were left out and why.",
                    "explain MART [--KEY VALUE]"),
            new CatalogueEntry(
                    new DebugOperation(),
                    "Inspect an export, a unit or a day without changing anything.",
                    "debug TOOL"),
            new CatalogueEntry(
                    new ExportOperation(),
                    "Write marts and views to CSV or Excel files.",
                    "export [MART...] [--format csv|xlsx]"),
            new CatalogueEntry(
                    new BackupOperation(), "Back up all tables, verify the backup, and remove old backups.", "backup"),
            new CatalogueEntry(
                    new BackupsOperation(), "List the backups with time, size, verification and reason.", "backups"),
            new CatalogueEntry(
                    new VerifyBackupOperation(),
                    "Verify backups: read them back and compare the checksums.",
                    "verify-backup [NAME] [--all]"),
            new CatalogueEntry(new RestoreOperation(), "Restore all data from a backup.", "restore NAME"),
            new CatalogueEntry(new RebuildOperation(), "Rebuild all data from the archive.", "rebuild"),
            new CatalogueEntry(
                    new CleanOperation(),
                    "Remove duplicate records, or repair altered tables.",
                    "clean duplicates | schema"),
            new CatalogueEntry(
                    new WipeOperation(),
                    "Delete all records of master logs, or all rows of marts.",
                    "wipe TABLE... | --all"),
            new CatalogueEntry(
                    new PurgeOperation(),
                    "Delete records older than a number of months, and keep them out.",
                    "purge --keep-months N"),
            new CatalogueEntry(new UndoOperation(), "Undo a destructive run.", "undo RUN"));

    private Operations() {}

    /** All operations, in the order of the help. */
    public static List<CatalogueEntry> all() {
        return ALL;
    }
}
