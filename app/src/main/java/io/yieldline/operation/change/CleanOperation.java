package io.yieldline.operation.change;

import io.yieldline.Counted;
import io.yieldline.backup.DuplicateRemoval;
import io.yieldline.backup.SchemaRepair;
import io.yieldline.mart.MartTables;
import io.yieldline.mart.SchemaDrift;
import io.yieldline.mart.Scope;
import io.yieldline.operation.Context;
import java.util.ArrayList;
import java.util.List;

/** Repairs manual changes of the database: duplicate records, altered tables. */
public final class CleanOperation extends ChangingOperation<CleanOperation.Parameters> {
    /** The name of this operation. */
    public static final String NAME = "clean";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Remove duplicate records, or repair altered tables.";

    /** What to repair. */
    public enum What {
        /** Records with the same identity. */
        DUPLICATES,
        /** Tables and views that differ from this version. */
        SCHEMA
    }

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
        return NAME + " duplicates | schema";
    }

    @Override
    Planned plan(Parameters parameters, Context context) {
        return parameters.what() == What.SCHEMA ? schema(context) : duplicates(context);
    }

    private static Planned duplicates(Context context) {
        DuplicateRemoval removal = new DuplicateRemoval(context.feeds(), context.refresh());
        long twins = context.warehouse().read(removal::twins);
        return twins == 0
                ? Planned.nothing("removal of 0 duplicates")
                : new Planned("removal of " + Counted.of(twins, "duplicate"), removal);
    }

    private static Planned schema(Context context) {
        List<SchemaDrift> drift = SchemaDrift.of(context.parts());
        List<String> removed = context.warehouse().read(session -> MartTables.removed(session, context.marts()));
        SchemaRepair repair = new SchemaRepair(context.marts(), drift, removed, () -> {
            context.catchUp();
            context.refresh().refresh(new Scope.Recent(), List.of(), context.progress());
        });
        List<String> words = new ArrayList<>();
        if (!repair.tables().isEmpty()) {
            words.add("repair of " + String.join(", ", repair.tables()));
        }
        if (!removed.isEmpty()) {
            words.add("removal of " + String.join(", ", removed));
        }
        return words.isEmpty()
                ? Planned.nothing("repair of 0 tables")
                : new Planned(String.join(" and ", words), repair.steps(), repair);
    }

    /**
     * What to clean.
     *
     * @param what duplicates or schema
     */
    public record Parameters(What what, boolean dryRun) implements ChangingOperation.Parameters {}
}
