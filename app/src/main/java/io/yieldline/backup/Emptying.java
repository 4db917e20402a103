package io.yieldline.backup;

import io.yieldline.mart.Marts;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.StoredTables;
import java.util.Set;

/**
 * Takes out all that follows from exports, tables and all, so that it can be made anew from the archive. A crash afterwards
 * does no harm: the next run makes the tables, and the receipts say which exports are missing.
 */
public final class Emptying implements Change {
    private final Marts marts;
    private final Runnable refill;

    /**
     * An emptying.
     *
     * @param refill makes the tables anew and loads the archive
     */
    public Emptying(Marts marts, Runnable refill) {
        this.marts = marts;
        this.refill = refill;
    }

    @Override
    public void apply(Session session) {
        Set<String> stored = StoredTables.of(session).keySet();
        DataTables.of(marts).stream().filter(stored::contains).forEach(table -> empty(session, table));
    }

    @Override
    public void settle() {
        refill.run();
    }

    private static void empty(Session session, String table) {
        session.execute(DataTables.CORE.contains(table) ? "delete from " + table : "drop table " + table + " cascade");
    }
}
