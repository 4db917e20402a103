package io.yieldline.ingest;

import io.yieldline.ingest.ReceiptJournal.Content;
import io.yieldline.plant.Home;
import io.yieldline.warehouse.Engine;
import java.nio.file.Files;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What archive and receipts of a plant can bring back; asked without its database. */
public final class Reloadable {
    private final ReceiptJournal receipts;
    private final Archive archive;

    /** From these receipts and this archive. */
    public Reloadable(ReceiptJournal receipts, Archive archive) {
        this.receipts = receipts;
        this.archive = archive;
    }

    /** Of a plant whose database is of this engine. */
    public static Reloadable of(Home home, Engine engine) {
        return new Reloadable(ReceiptJournal.of(home, engine), new Archive(home.archive()));
    }

    /** The names of loaded exports that the archive lacks; without them the database cannot be rebuilt. */
    public List<String> missingFromArchive() {
        return receipts.receipts().entrySet().stream()
                .filter(receipt -> !Files.exists(archive.path(receipt.getKey())))
                .map(receipt -> receipt.getValue().fileName())
                .toList();
    }

    /** The hashes of all exports that {@link Ingest#reload} brings back. */
    public Set<String> all() {
        Set<String> hashes = new HashSet<>(archive.hashes());
        Content content = receipts.read();
        Set<String> known = content.known();
        Set<String> wanted = content.wanted().keySet();
        hashes.removeIf(sha256 -> known.contains(sha256) && !wanted.contains(sha256));
        return hashes;
    }

    /**
     * The hashes of exports that a database lacks and {@link Ingest#load} brings back.
     *
     * @param loaded the hashes of loaded exports in that database
     * @param known the hashes of all exports in it
     */
    public Set<String> lackedBy(Collection<String> loaded, Collection<String> known) {
        Content content = receipts.read();
        Set<String> lacked = new HashSet<>(content.parked().keySet());
        lacked.removeIf(sha256 -> !Files.exists(archive.path(sha256)));
        lacked.removeAll(known);
        content.loaded().keySet().stream()
                .filter(sha256 -> !loaded.contains(sha256))
                .forEach(lacked::add);
        return lacked;
    }
}
