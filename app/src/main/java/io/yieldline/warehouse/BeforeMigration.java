package io.yieldline.warehouse;

/** What happens to a database that was opened, before its tables are migrated. An exception leaves it as it is. */
@FunctionalInterface
public interface BeforeMigration {
    /** Nothing. */
    BeforeMigration NOTHING = (warehouse, schema, supported) -> {};

    /**
     * Called on each opening.
     *
     * @param schema number of migrations that the database has; 0 for a new one
     * @param supported number of migrations that it will have
     */
    void opened(Warehouse warehouse, int schema, int supported);
}
