package io.yieldline.operation.ask;

import io.yieldline.explain.OutdatedVersions;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.TableResult;
import org.jspecify.annotations.Nullable;

/** Lists rejected rows with file, row and reason, to be corrected and loaded again; parked exports; outdated versions. */
public final class RejectsOperation implements Operation<RejectsOperation.Parameters, TableResult> {
    /** The name of this operation. */
    public static final String NAME = "rejects";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE =
            "List rejected rows with file, row and reason, parked exports, or outdated versions.";

    private static final String ROWS = """
            select e.id as export, e.file_name as file, r.row_number as "row", r.column_name as "column",
                r.value, r.reason, r.cells
            from rejected_row r
            join export e on e.id = r.export_id
            where (cast(? as bigint) is null or e.id = ?)
            order by e.id, r.row_number
            limit %d""";
    private static final String DISMISSED = """
            select id as export, file_name as file, feed, dismissed_at, dismissed_by, dismissed_because, reason as parked_because
            from export
            where status = 'dismissed' and (cast(? as bigint) is null or id = ?)
            order by id
            limit %d""";
    private static final String PARKED = """
            select id as export, file_name as file, feed, loaded_at as parked_at, reason
            from export
            where status = 'parked' and (cast(? as bigint) is null or id = ?)
            order by id
            limit %d""";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public String command() {
        return NAME + " [--parked | --dismissed | --outdated]";
    }

    @Override
    public TableResult run(Parameters parameters, Context context) {
        What list = parameters.list();
        return new TableResult(context.warehouse()
                .read(session -> list == What.OUTDATED
                        ? new OutdatedVersions(context.feeds()).list(session, parameters.export(), parameters.limit())
                        : session.table(
                                list.sql.formatted(parameters.limit()), parameters.export(), parameters.export())));
    }

    /**
     * The parameters.
     *
     * @param export the number of an export; null for all
     * @param list what to list
     * @param limit maximum number of rows
     */
    public record Parameters(@Nullable Long export, What list, int limit) {}

    /** What to list. */
    public enum What {
        /** Rejected rows. */
        ROWS(RejectsOperation.ROWS),
        /** Parked exports. */
        PARKED(RejectsOperation.PARKED),
        /** Parked exports that were dismissed: by whom, when and why. */
        DISMISSED(RejectsOperation.DISMISSED),
        /** Versions of events that do not count, column by column beside the version that does. */
        OUTDATED("");

        private final String sql;

        What(String sql) {
            this.sql = sql;
        }
    }
}
