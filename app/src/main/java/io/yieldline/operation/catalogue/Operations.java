package io.yieldline.operation.catalogue;

import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.AnnotationsOperation;
import io.yieldline.operation.ask.CodesOperation;
import io.yieldline.operation.ask.DebugOperation;
import io.yieldline.operation.ask.DiffOperation;
import io.yieldline.operation.ask.ExplainOperation;
import io.yieldline.operation.ask.ExportOperation;
import io.yieldline.operation.ask.FindingsOperation;
import io.yieldline.operation.ask.ForecastOperation;
import io.yieldline.operation.ask.QueriesOperation;
import io.yieldline.operation.ask.QueryOperation;
import io.yieldline.operation.ask.RejectsOperation;
import io.yieldline.operation.ask.RetestsOperation;
import io.yieldline.operation.ask.RunsOperation;
import io.yieldline.operation.ask.ShiftsOperation;
import io.yieldline.operation.ask.ShowOperation;
import io.yieldline.operation.ask.SnapshotsOperation;
import io.yieldline.operation.ask.StatusOperation;
import io.yieldline.operation.ask.SuspectsOperation;
import io.yieldline.operation.ask.TargetsOperation;
import io.yieldline.operation.ask.YieldChangeOperation;
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
import io.yieldline.operation.load.DismissOperation;
import io.yieldline.operation.load.InboxOperation;
import io.yieldline.operation.load.IngestOperation;
import io.yieldline.operation.load.LoadOperation;
import io.yieldline.operation.load.RetryOperation;
import io.yieldline.operation.load.SnapshotOperation;
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
    private static final List<Operation<?, ?>> ALL = List.of(
            new IngestOperation(),
            new LoadOperation(),
            new InboxOperation(),
            new RetryOperation(),
            new DismissOperation(),
            new AggregateOperation(),
            Sequences.daily(),
            Sequences.weekly(),
            new ScheduleOperation(),
            new CheckOperation(),
            new ReportOperation(),
            new ScoreOperation(),
            new DoctorOperation(),
            new RecoverOperation(),
            new MetricsOperation(),
            new StatusOperation(),
            new RunsOperation(),
            new RejectsOperation(),
            new AlertsOperation(),
            new AlertOperation(),
            new ShowOperation(),
            new ExplainOperation(),
            new FindingsOperation(),
            new YieldChangeOperation(),
            new ShiftsOperation(),
            new SuspectsOperation(),
            new RetestsOperation(),
            new CodesOperation(),
            new TargetsOperation(),
            new AnnotationsOperation(),
            new ForecastOperation(),
            new DebugOperation(),
            new ExportOperation(),
            new SnapshotOperation(),
            new SnapshotsOperation(),
            new DiffOperation(),
            new QueryOperation(),
            new QueriesOperation(),
            new BackupOperation(),
            new BackupsOperation(),
            new VerifyBackupOperation(),
            new RestoreOperation(),
            new RebuildOperation(),
            new CleanOperation(),
            new WipeOperation(),
            new PurgeOperation(),
            new UndoOperation());

    private Operations() {}

    /** All operations, in the order in which people meet them. */
    public static List<Operation<?, ?>> all() {
        return ALL;
    }
}
