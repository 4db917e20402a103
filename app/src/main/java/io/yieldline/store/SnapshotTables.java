package io.yieldline.store;

import io.yieldline.feed.Feeds;
import io.yieldline.mart.Views;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.TableFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The tables of a snapshot with their own names, in an empty DuckDB in memory. */
public final class SnapshotTables {
    private SnapshotTables() {}

    /** Runs queries on a snapshot, as on the database that it was taken from: on its tables, and on the views over them. */
    public static <T> T read(Snapshot snapshot, Feeds feeds, Function<Session, T> work) {
        return TableFiles.inspect(snapshot.store().folder(), session -> {
            snapshot.manifest().tables().forEach(table -> show(snapshot, table, session));
            Views.over(session, feeds);
            return work.apply(session);
        });
    }

    /** Runs queries on one table of a snapshot, which costs a fraction of all of them. */
    public static <T> T read(Snapshot snapshot, StoredTable table, Function<Session, T> work) {
        return TableFiles.inspect(snapshot.store().folder(), session -> {
            show(snapshot, table, session);
            return work.apply(session);
        });
    }

    private static void show(Snapshot snapshot, StoredTable table, Session session) {
        List<Path> files = table.pieces().stream().map(snapshot::file).toList();
        session.execute("create view " + table.table() + " as select " + String.join(", ", table.names()) + " from "
                + TableFiles.source(files));
    }
}
