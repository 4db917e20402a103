package io.yieldline.operation;

import java.util.List;
import java.util.stream.Stream;

/** The catalogue: everything that Yieldline can be told to do with a plant, and what of the original it replaces. */
public final class Operations {
    private static final List<CatalogueEntry> ALL = List.of(
            new CatalogueEntry(
                    new IngestOperation(),
                    "Load exports: files, or all exports in folders.",
                    "ingest FILE_OR_FOLDER...",
                    each(
                            "ingest FILE_OR_FOLDER...",
                            "loaders/import_workstation_file.py",
                            "loaders/import_testboard_file.py",
                            "loaders/import_snfn_file.py",
                            "upload_workstation_master_log.py",
                            "upload_testboard_master_log.py",
                            "upload_snfn_master_log.py",
                            "conversion of .xls to .xlsx with an office program")),
            new CatalogueEntry(
                    new InboxOperation(),
                    "Load what is ready in the inbox, and clear it away.",
                    "inbox",
                    each("inbox", "schedulers/File_Monitor.py, one round")),
            new CatalogueEntry(
                    new AggregateOperation(),
                    "Bring the marts up to date with the master logs.",
                    "aggregate [--mode recent|all] [--mart MART]",
                    aggregated()),
            new CatalogueEntry(
                    Sequences.daily(),
                    "The daily schedule: load exports, bring the marts up to date, check.",
                    "daily [FILE_OR_FOLDER...]",
                    each(
                            "daily [FILE_OR_FOLDER...]",
                            "daily steps: upload both logs, daily yield, packing, duplicates, record counts",
                            "schedulers/AutoAggregator_Recent.py, one round",
                            "misc/daily_monitor daily")),
            new CatalogueEntry(
                    Sequences.weekly(),
                    "The weekly schedule: load exports, bring all marts up to date, all checks.",
                    "weekly [FILE_OR_FOLDER...]",
                    each(
                            "weekly [FILE_OR_FOLDER...]",
                            "Saturday steps: weekly yield, weekly packing, test boards of all time",
                            "schedulers/AutoAggregator_Historical.py, one round",
                            "misc/daily_monitor weekly")),
            new CatalogueEntry(
                    new ScheduleOperation(),
                    "Show the jobs of the schedule, when they run next, and how they ended.",
                    "schedule",
                    List.of(
                            new Original(
                                    "suggested crontab: 06:00 load, 07:00 daily, Saturday 02:00 weekly", "schedule"),
                            new Original("schedulers, as endless loops", "schedule export --cron"))),
            new CatalogueEntry(
                    new CheckOperation(),
                    "Check the data; list checks and earlier results.",
                    "check [CHECK...]",
                    List.of(
                            new Original("misc: duplicates cleanup", "check duplicates"),
                            new Original("misc: record counts", "check counts"),
                            new Original("packing_daily_proof", "check counts"),
                            new Original("verify_data_availability", "check availability"),
                            new Original("check_data_for_date", "check availability --day DAY --details"),
                            new Original("misc: schema cleanup; tables that a recovery must have", "check schema"),
                            new Original("misc/daily_monitor health", "check"))),
            new CatalogueEntry(
                    new ReportOperation(),
                    "Make the report of a day or week as a page and as text, and keep its figures.",
                    "report daily|weekly [--day DAY]",
                    List.of(
                            new Original(
                                    "daily and weekly summary, written by hand from the dashboard", "report daily"),
                            new Original("restated numbers, found by comparing old spreadsheets", "report list"))),
            new CatalogueEntry(
                    new ScoreOperation(), "Say how good the data is: five numbers from 0 to 100.", "score", List.of()),
            new CatalogueEntry(
                    new DoctorOperation(),
                    "Examine the whole chain from export to mart and name the first broken link.",
                    "doctor [--quick]",
                    each("doctor", "guide chapter: error handling", "misc/daily_monitor health, the database")),
            new CatalogueEntry(
                    new RecoverOperation(),
                    "Mend what doctor finds, step by step, and examine again.",
                    "recover [--dry-run]",
                    each(
                            "recover",
                            "guide chapter: error handling, recovery steps",
                            "misc: restore and rebuild after a failure")),
            new CatalogueEntry(
                    new MetricsOperation(),
                    "Show what the plant did by day or week, or all its numbers for Prometheus.",
                    "metrics [--last DAYS] [--weekly]",
                    List.of(
                            new Original("misc/daily_monitor metrics", "metrics --last 14d"),
                            new Original("guide: weekly metrics, table sizes", "metrics --last 90d --weekly"))),
            new CatalogueEntry(
                    new StatusOperation(),
                    "Show what is loaded, until when, and what is stale.",
                    "status",
                    each("status", "misc/daily_monitor report", "checklist: data uploaded, aggregates done")),
            new CatalogueEntry(
                    new RunsOperation(),
                    "List the latest runs: what, when, who, how it ended.",
                    "runs [RUN]",
                    each("runs", "schedulers/logs/*_orchestrator.log")),
            new CatalogueEntry(
                    new RejectsOperation(),
                    "List rejected rows with file, row and reason, or parked exports.",
                    "rejects [--parked]",
                    List.of()),
            new CatalogueEntry(
                    new AlertsOperation(),
                    "List what is wrong and who was told; test channels, mute alerts.",
                    "alerts [--all]",
                    List.of()),
            new CatalogueEntry(
                    new AlertOperation(), "Look for what is wrong and send what is due; for cron.", "alert", List.of()),
            new CatalogueEntry(
                    new ShowOperation(),
                    "Show the rows of a mart or view as table, CSV or JSON.",
                    "show MART",
                    List.of(
                            new Original("test_week_boundaries", "show record_counts --week WEEK"),
                            new Original("checklist: counts plausible", "show weekly_summary"))),
            new CatalogueEntry(
                    new ExplainOperation(),
                    "Show the records behind a number of a mart, and what was left out and why.",
                    "explain MART [--KEY VALUE]",
                    List.of(new Original("misc: debug helper, one number", "explain station_yield_daily --day DAY"))),
            new CatalogueEntry(
                    new DebugOperation(),
                    "Look into an export, a unit or a day without changing anything.",
                    "debug compare FILE, dedup FILE, record SERIAL_NUMBER, day DAY",
                    List.of(
                            new Original("misc: debug helper, one file", "debug compare FILE"),
                            new Original("misc: debug helper, duplicates", "debug dedup FILE"),
                            new Original("misc: debug helper, one serial number", "debug record SERIAL_NUMBER"),
                            new Original("misc: debug helper, one day", "debug day DAY"))),
            new CatalogueEntry(
                    new ExportOperation(),
                    "Write marts and views to CSV or Excel files.",
                    "export [MART...] [--format csv|xlsx]",
                    List.of()),
            new CatalogueEntry(
                    new BackupOperation(),
                    "Take a backup of all tables, read it back, and remove old ones.",
                    "backup",
                    each("backup", "database dump")),
            new CatalogueEntry(
                    new BackupsOperation(),
                    "List the backups: when, how much, whether verified, why taken.",
                    "backups",
                    List.of()),
            new CatalogueEntry(
                    new VerifyBackupOperation(),
                    "Read backups back and compare them with what they were taken from.",
                    "verify-backup [NAME] [--all]",
                    List.of()),
            new CatalogueEntry(
                    new RestoreOperation(),
                    "Bring all data back to what a backup holds.",
                    "restore NAME",
                    List.of(new Original("database restore", "restore latest"))),
            new CatalogueEntry(
                    new RebuildOperation(),
                    "Make all data anew from the archive.",
                    "rebuild",
                    each("rebuild", "misc: drop and recreate master logs, then import all files again")),
            new CatalogueEntry(
                    new CleanOperation(),
                    "Put right duplicates or altered tables.",
                    "clean duplicates | schema",
                    List.of(
                            new Original("misc: remove duplicates", "clean duplicates"),
                            new Original("misc: schema cleanup, repair", "clean schema"))),
            new CatalogueEntry(
                    new WipeOperation(),
                    "Empty master logs or marts.",
                    "wipe TABLE... | --all",
                    List.of(
                            new Original("misc: wipe one table", "wipe packing_daily"),
                            new Original("misc: wipe all tables", "wipe --all"))),
            new CatalogueEntry(
                    new PurgeOperation(),
                    "Remove the records of old months, and keep them out.",
                    "purge --keep-months N",
                    List.of()),
            new CatalogueEntry(new UndoOperation(), "Bring back what a run took away.", "undo RUN", List.of()));

    private Operations() {}

    /** All operations, in the order in which people meet them. */
    public static List<CatalogueEntry> all() {
        return ALL;
    }

    /** The original had a script for everything and one for the latest days; here what changed decides. */
    private static List<Original> aggregated() {
        return Stream.of(
                        mart(
                                "station_yield_daily",
                                "aggregate_tpy_daily --mode recent",
                                "aggregate_tpy_all_time_daily"),
                        mart(
                                "station_yield_weekly --mart first_pass_weekly --mart week_starters",
                                "aggregate_tpy_weekly --mode recent",
                                "aggregate_tpy_all_time_weekly"),
                        mart(
                                "packing_daily",
                                "aggregate_packing_all_time, recent aggregate_packing_daily",
                                "aggregate_packing_daily_dedup",
                                "aggregate_packing_weekly_dedup, aggregate_packing_weekly_all_time_dedup"),
                        mart("sort_test_daily", "aggregate_sort_test_all_time, aggregate_sort_test_weekly_dedup"),
                        mart(
                                "station_hourly",
                                "aggregate_station_hourly_counts_all_time, aggregate_station_hourly_counts"),
                        mart("p_chart_daily", "aggregate_pchart_all_time"),
                        mart(
                                "testboard_station_daily",
                                "aggregate_station_performance_all_time, aggregate_all_time_dedup"),
                        mart("fixture_daily", "aggregate_fixture_performance_all_time"),
                        mart("failure_daily", "aggregate_snfn_reports_all_time"),
                        Stream.of(new Original("weekend refresh of everything", "aggregate --mode all")))
                .flatMap(originals -> originals)
                .toList();
    }

    private static Stream<Original> mart(String marts, String... scripts) {
        return each("aggregate --mart " + marts, scripts).stream();
    }

    private static List<Original> each(String command, String... scripts) {
        return Stream.of(scripts).map(script -> new Original(script, command)).toList();
    }
}
