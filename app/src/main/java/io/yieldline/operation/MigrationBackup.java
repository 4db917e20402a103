package io.yieldline.operation;

import io.yieldline.UserError;
import io.yieldline.backup.BackupSettings;
import io.yieldline.backup.Backups;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.BeforeMigration;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.StoredTables;
import io.yieldline.warehouse.Warehouse;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Backs up a database with data before its tables are migrated: the way back to the earlier version. */
record MigrationBackup(Plant plant, InstantSource clock) implements BeforeMigration {
    /** Nothing is worth a backup that neither was loaded, nor done, nor let in. */
    private static final List<String> USED = List.of("export", "run", "app_user");

    @Override
    public void opened(Warehouse warehouse, int schema, int supported) {
        boolean due = schema > 0 && schema < supported && BackupSettings.beforeMigration(plant.settings());
        if (due && warehouse.read(MigrationBackup::used)) {
            take(warehouse, schema, supported);
        }
    }

    private void take(Warehouse warehouse, int schema, int supported) {
        try {
            new Backups(plant, clock).takeBeforeMigration(warehouse, schema, supported);
        } catch (UserError e) {
            throw new UserError(
                    e.exitCode(),
                    e.getMessage() + "; the database was not migrated from schema " + schema + " to " + supported
                            + ", because no backup could be taken first; to migrate without one, write backup:"
                            + " before_migration: false in " + plant.home().settingsFile());
        }
    }

    private static boolean used(Session session) {
        Set<String> stored = StoredTables.of(session).keySet();
        return USED.stream()
                .filter(stored::contains)
                .anyMatch(table -> session.number("select count(*) from " + table) > 0);
    }
}
