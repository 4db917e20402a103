package io.yieldline.operation.change;

import io.yieldline.backup.Backup;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.TableResult;
import io.yieldline.warehouse.Table;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        return new Table(
                List.of("backup", "taken_at", "rows", "bytes", "verified_at", "damage", "why"),
                backups.stream().map(BackupsOperation::row).toList());
    }

    private static List<@Nullable Object> row(Backup backup) {
        return Arrays.asList(
                backup.name(),
                backup.takenAt(),
                backup.rows(),
                backup.bytes(),
                backup.verifiedAt(),
                backup.damage(),
                backup.why());
    }

    /** No parameters. */
    public record Parameters() {}
}
