package io.yieldline.operation.change;

import io.yieldline.backup.Backup;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.TableResult;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import java.util.List;

/** Lists the backups. */
public final class BackupsOperation implements Operation<BackupsOperation.Parameters, TableResult> {
    /** The name of this operation. */
    public static final String NAME = "backups";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "List the backups with time, size, verification and reason.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public TableResult run(Parameters parameters, Context context) {
        return new TableResult(table(context.backups().all()));
    }

    static Table table(List<Backup> backups) {
        return Table.of(
                backups,
                List.of(
                        new Field<>("backup", Backup::name),
                        new Field<>("taken_at", Backup::takenAt),
                        new Field<>("rows", Backup::rows),
                        new Field<>("bytes", Backup::bytes),
                        new Field<>("verified_at", Backup::verifiedAt),
                        new Field<>("damage", Backup::damage),
                        new Field<>("why", Backup::why)));
    }

    /** No parameters. */
    public record Parameters() {}
}
