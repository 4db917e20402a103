package io.yieldline.mart;

import io.yieldline.feed.Feeds;
import io.yieldline.ingest.Archive;
import io.yieldline.ingest.DerivedColumnRefresh;
import io.yieldline.ingest.Ingest;
import io.yieldline.ingest.ReceiptJournal;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.FeedTables;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.WarehouseException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A plant with its marts, its database and a clock, and the parts that work on them: the one place that wires these. */
public record PlantParts(Plant plant, Marts marts, Warehouse warehouse, InstantSource clock) {
    /** The plant's feeds. */
    public Feeds feeds() {
        return marts.feeds();
    }

    /** What loads exports. */
    public Ingest ingest() {
        return new Ingest(plant, feeds(), warehouse, clock);
    }

    /** What brings the marts up to date. */
    public MartRefresh refresh() {
        return new MartRefresh(warehouse, marts, plant.rules(), clock);
    }

    /** The bytes of every export. */
    public Archive archive() {
        return new Archive(plant.home().archive());
    }

    /** Which exports were confirmed as loaded. */
    public ReceiptJournal receipts() {
        return ReceiptJournal.of(plant.home(), warehouse.engine());
    }

    /** The same plant over another database. */
    public PlantParts over(Warehouse other) {
        return new PlantParts(plant, marts, other, clock);
    }

    /**
     * Brings tables and views up to date with feeds, rules and marts; the same plant with the marts that its database takes. A
     * database from which somebody dropped a table that this needs stays as it is: only an open plant can name and repair it.
     */
    public PlantParts prepare() {
        try {
            return prepared();
        } catch (WarehouseException e) {
            if (e.missing() && !SchemaDrift.messages(this).isEmpty()) {
                return this;
            }
            throw e;
        }
    }

    private PlantParts prepared() {
        FeedTables.prepare(warehouse, feeds());
        new DerivedColumnRefresh(plant, feeds(), warehouse).run();
        PlantParts prepared = new PlantParts(plant, refresh().accepted(), warehouse, clock);
        prepared.refresh().prepare();
        return prepared;
    }

    /** This moment, in plant time. */
    public LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), plant.settings().zone());
    }

    /** The production day of this moment. */
    public LocalDate today() {
        return plant.rules().productionDay().of(now());
    }
}
