package io.yieldline.store;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot is: the pieces that its tables consist of, and where they come from. It is written last, so that a snapshot is there
 * whole or not at all.
 *
 * @param takenAt the moment in the database, in plant time
 * @param plant the name of the plant
 * @param engine the engine it was taken from; it can be restored into either
 * @param schema number of migrations
 * @param program version of the program that took it
 * @param rules fingerprint of the rules
 * @param change the last change of the database that it holds
 * @param why the reason to keep it as a backup; null for one that is only the newest of its day
 * @param runId the run that took it before a change and can be undone with it; else null
 */
public record Manifest(
        LocalDateTime takenAt,
        String plant,
        String engine,
        long schema,
        String program,
        String rules,
        long change,
        @Nullable String why,
        @Nullable Long runId,
        List<StoredTable> tables) {

    /** The table of this name, if it is there. */
    public Optional<StoredTable> table(String name) {
        return tables.stream().filter(table -> table.table().equals(name)).findFirst();
    }

    /** The same with other tables. */
    Manifest with(List<StoredTable> others) {
        return new Manifest(takenAt, plant, engine, schema, program, rules, change, why, runId, others);
    }

    /** The same without a reason to keep it. */
    Manifest released() {
        return new Manifest(takenAt, plant, engine, schema, program, rules, change, null, null, tables);
    }
}
