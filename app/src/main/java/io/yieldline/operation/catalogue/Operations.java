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

/** The catalogue: everything that Yieldline can be told to do with a plant. */
public final class Operations {
    private static final List<CatalogueEntry> ALL = List.of(
            new CatalogueEntry(
                    new IngestOperation(),
                    "Load exports: files, or all exports in folders.",
                    "ingest FILE_OR_FOLDER..."),
            new CatalogueEntry(
                    new InboxOperation(),
                    "Load what is ready in the inbox, clear it away, and bring the marts up to date.",
                    "inbox"),
            new CatalogueEntry(
                    new RetryOperation(),
                    "Load parked exports again, from the archive, and bring the marts up to date.",
                    "retry [EXPORT...]"),
            new CatalogueEntry(
                    new AggregateOperation(),
                    "Bring the marts up to date with the master logs.",
                    "aggregate [--mode recent|all] [--mart MART]"),
            new CatalogueEntry(
                    Sequences.daily(),
                    "The daily schedule: load exports, bring the marts up to date, check.",
                    "daily [FILE_OR_FOLDER...]"),
            new CatalogueEntry(
                    Sequences.weekly(),
                    "The weekly schedule: load exports, bring all marts up to date, all checks.",
                    "weekly [FILE_OR_FOLDER...]"),
            new CatalogueEntry(
                    new ScheduleOperation(),
                    "Show the jobs of the schedule, when they run next, and how they ended.",
                    "schedule"),
            new CatalogueEntry(
                    new CheckOperation(),
                    "Check the data; list checks and earlier results.",
                    "check [CHECK...] [--list | --history]"),
            new CatalogueEntry(
                    new ReportOperation(),
                    "Make the report of a day or week as a page and as text, and keep its figures.",
                    "report daily|weekly [--day DAY] | list | show REPORT"),
            new CatalogueEntry(new ScoreOperation(), "Say how good the data is: five numbers from 0 to 100.", "score"),
            new CatalogueEntry(
                    new DoctorOperation(),
                    "Examine the whole chain from export to mart and name the first broken link.",
                    "doctor [--quick]"),
            new CatalogueEntry(
                    new RecoverOperation(),
                    "Mend what doctor finds, step by step, and examine again.",
                    "recover [--dry-run]"),
            new CatalogueEntry(
                    new MetricsOperation(),
                    "Show what the plant did by day or week, or all its numbers for Prometheus.",
                    "metrics [--last DAYS] [--weekly]"),
            new CatalogueEntry(new StatusOperation(), "Show what is loaded, until when, and what is stale.", "status"),
            new CatalogueEntry(
                    new RunsOperation(), "List the latest runs: what, when, who, how it ended.", "runs [RUN]"),
            new CatalogueEntry(
                    new RejectsOperation(),
                    "List rejected rows with file, row and reason, or parked exports.",
                    "rejects [--parked]"),
            new CatalogueEntry(
                    new AlertsOperation(),
                    "List what is wrong and who was told; test channels, mute alerts.",
                    "alerts [--all]"),
            new CatalogueEntry(new AlertOperation(), "Look for what is wrong and send what is due; for cron.", "alert"),
            new CatalogueEntry(
                    new ShowOperation(), "Show the rows of a mart or view as table, CSV or JSON.", "show MART"),
            new CatalogueEntry(
                    new ExplainOperation(),
                    "Show the records behind a number of a mart, and what was left out and why.",
                    "explain MART [--KEY VALUE]"),
            new CatalogueEntry(
                    new DebugOperation(),
                    "Look into an export, a unit or a day without changing anything.",
                    "debug TOOL"),
            new CatalogueEntry(
                    new ExportOperation(),
                    "Write marts and views to CSV or Excel files.",
                    "export [MART...] [--format csv|xlsx]"),
            new CatalogueEntry(
                    new BackupOperation(), "Take a backup of all tables, read it back, and remove old ones.", "backup"),
            new CatalogueEntry(
                    new BackupsOperation(),
                    "List the backups: when, how much, whether verified, why taken.",
                    "backups"),
            new CatalogueEntry(
                    new VerifyBackupOperation(),
                    "Read backups back and compare them with what they were taken from.",
                    "verify-backup [NAME] [--all]"),
            new CatalogueEntry(new RestoreOperation(), "Bring all data back to what a backup holds.", "restore NAME"),
            new CatalogueEntry(new RebuildOperation(), "Make all data anew from the archive.", "rebuild"),
            new CatalogueEntry(
                    new CleanOperation(), "Put right duplicates or altered tables.", "clean duplicates | schema"),
            new CatalogueEntry(new WipeOperation(), "Empty master logs or marts.", "wipe TABLE... | --all"),
            new CatalogueEntry(
                    new PurgeOperation(),
                    "Remove the records of old months, and keep them out.",
                    "purge --keep-months N"),
            new CatalogueEntry(new UndoOperation(), "Bring back what a run took away.", "undo RUN"));

    private Operations() {}

    /** All operations, in the order in which people meet them. */
    public static List<CatalogueEntry> all() {
        return ALL;
    }
}
