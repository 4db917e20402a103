package io.yieldline.operation.ask;

import io.yieldline.UserError;
import io.yieldline.explain.AsOf;
import io.yieldline.explain.ExplainedMoment;
import io.yieldline.feed.Feeds;
import io.yieldline.mart.Marts;
import io.yieldline.operation.Context;
import io.yieldline.store.Evenings;
import io.yieldline.store.Snapshot;
import io.yieldline.store.SnapshotTables;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.WarehouseException;
import java.time.LocalDate;
import java.util.function.Function;

/** Marts and views as they were on the evening of a day: in the last snapshot of that day, or of the day before that had one. */
public final class EveningTables {
    private final LocalDate day;
    private final Evenings evenings;
    private final Snapshot snapshot;
    private final Feeds feeds;

    private EveningTables(LocalDate day, Evenings evenings, Feeds feeds) {
        this.day = day;
        this.evenings = evenings;
        this.snapshot = evenings.of(day);
        this.feeds = feeds;
    }

    /**
     * Those of a day.
     *
     * @throws UserError if the snapshot of that evening is not kept
     */
    public static EveningTables of(LocalDate day, Context context) {
        return new EveningTables(day, context.snapshots().evenings(), context.feeds());
    }

    /** The snapshot that they are in. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** The same in words, behind what was found in it. */
    public String words() {
        return "as of snapshot " + snapshot.name();
    }

    /**
     * Runs queries on the rows of a mart or view in that snapshot.
     *
     * @throws UserError if it no longer has what the view needs
     */
    public <T> T read(String table, Function<Session, T> work) {
        return snapshot.manifest()
                .table(table)
                .map(mart -> SnapshotTables.read(snapshot, mart, work))
                .orElseGet(() -> readAll(table, work));
    }

    /**
     * Explains numbers of a mart or view in that snapshot.
     *
     * @throws UserError if it no longer has the records
     */
    public <T> T explain(String table, Marts marts, Function<ExplainedMoment, T> work) {
        AsOf evening = new AsOf(day, snapshot.name());
        return readAll(table, session -> work.apply(new ExplainedMoment(session, marts, evening)));
    }

    private <T> T readAll(String table, Function<Session, T> work) {
        try {
            return SnapshotTables.read(snapshot, feeds, work);
        } catch (WarehouseException e) {
            if (e.missing()) {
                throw new UserError("the snapshot of the evening of " + day + " no longer has the records that " + table
                        + " needs (store: record_evenings)" + evenings.nearest(day, this::hasRecords));
            }
            throw e;
        }
    }

    private boolean hasRecords(Snapshot other) {
        return feeds.all().stream()
                .allMatch(feed -> other.manifest().table(feed.masterLog()).isPresent());
    }
}
