package io.yieldline.backup;

import io.yieldline.mart.MartTables;
import io.yieldline.mart.Marts;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.StoredTables;
import java.util.Set;

/**
 * Drops all tables with data from exports, to rebuild them from the archive. A crash afterwards
 * does no harm: the next run creates the tables, and the receipts list the missing exports.
 */
public final class Emptying implements Change {
    private final Marts marts;
    private final Runnable refill;

    /**
     * An emptying.
     *
     * @param refill creates the tables and loads the archive
     */
    public Emptying(Marts marts, Runnable refill) {
        this.marts = marts;
        this.refill = refill;
    }

    @Override
    public void apply(Session session) {
        MartTables.removed(session, marts).forEach(table -> MartTables.drop(session, table));
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
